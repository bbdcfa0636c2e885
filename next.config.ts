import type { NextConfig } from 'next'
import createNextIntlPlugin from 'next-intl/plugin'

const withNextIntl = createNextIntlPlugin('./app/i18n/request.ts')

const config: NextConfig = {
  poweredByHeader: false,
  serverExternalPackages: ['hnswlib-node', 'better-sqlite3'],
}

export default withNextIntl(config)
