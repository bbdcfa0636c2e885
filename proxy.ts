import createMiddleware from 'next-intl/middleware'
import { routing } from '@/app/i18n/routing'

/** Sends `/` and other paths without a language to the visitor's: the one chosen before, else the browser's. */
export default createMiddleware(routing)

export const config = {
  // Pages only: not the API, not Next's own paths, not files.
  matcher: '/((?!api|_next|_vercel|.*\\..*).*)',
}
