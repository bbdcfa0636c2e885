import type { NextConfig } from 'next'
import createNextIntlPlugin from 'next-intl/plugin'

const withNextIntl = createNextIntlPlugin('./app/i18n/request.ts')

const config: NextConfig = {
  poweredByHeader: false,
  serverExternalPackages: ['hnswlib-node', 'better-sqlite3'],
  // Addresses that do not exist must not fill the disk: what is made after the build stays in a bounded memory.
  experimental: { isrFlushToDisk: false },
}

export default withNextIntl(config)
