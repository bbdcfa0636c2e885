import { createNavigation } from 'next-intl/navigation'
import { routing } from './routing'

/** Links and routing that keep the language: write `/start`, get `/zh/start`. */
export const { Link, redirect, usePathname, useRouter, getPathname } = createNavigation(routing)
