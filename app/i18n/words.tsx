import { NextIntlClientProvider } from 'next-intl'
import { getMessages } from 'next-intl/server'
import type { ReactNode } from 'react'
import type en from '@/app/messages/en.json'

export type Namespace = keyof typeof en

/**
 * Gives the client components inside it the named namespaces and no others, so that a page ships only the words
 * that its browser part shows. Server components need none of this.
 */
export async function Words({ of, children }: { of: readonly Namespace[]; children: ReactNode }) {
  const all = await getMessages()
  const picked = Object.fromEntries(of.map((namespace) => [namespace, all[namespace]]))
  return <NextIntlClientProvider messages={picked}>{children}</NextIntlClientProvider>
}
