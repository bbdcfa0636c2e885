import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Words } from '@/app/i18n/words'
import { visitor } from '@/app/visitor'
import { Container } from '@/app/ui/container'
import { wire } from '@/lib/wire'
import { Formats } from './formats'
import { ImportForm } from './import-form'
import { PackList } from './pack-list'

// The packs are the visitor's own.
export const dynamic = 'force-dynamic'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('packs')
  return { title: t('title'), description: t('description') }
}

export default async function Page() {
  const t = await getTranslations('packs')
  const owner = await visitor()
  const packs = owner === undefined ? [] : await (await wire()).packs.list(owner)
  return (
    <Container width="wide" className="space-y-14">
      <header className="space-y-2">
        <h1 className="font-serif text-display font-medium tracking-tight">{t('title')}</h1>
        <p className="measure font-serif text-ink-soft">{t('lead')}</p>
      </header>
      <Words of={['packs']}>
        <PackList packs={packs} />
        <div className="grid gap-x-14 gap-y-12 lg:grid-cols-[minmax(0,1fr)_19rem]">
          <section aria-labelledby="import" className="min-w-0 space-y-6">
            <h2 id="import" className="border-b border-edge pb-2 text-ui font-semibold">
              {t('importTitle')}
            </h2>
            <ImportForm />
          </section>
          <Formats />
        </div>
      </Words>
    </Container>
  )
}
