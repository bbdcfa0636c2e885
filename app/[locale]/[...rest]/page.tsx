import { notFound } from 'next/navigation'

/** Whatever no other page answers to, so that it gets our page and not the framework's. */
export default function Page() {
  notFound()
}
