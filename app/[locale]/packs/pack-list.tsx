import { getFormatter, getTranslations } from 'next-intl/server'
import { EmptyState } from '@/app/ui/empty-state'
import { LinkButton } from '@/app/ui/link-button'
import type { PackHeader } from '@/lib/domain/handbook/pack/pack'
import { packTopic } from '@/lib/domain/handbook/pack/pack-topic'
import { DeletePack } from './delete-pack'

async function Row({ id, name, questions, createdAt }: PackHeader) {
  const t = await getTranslations('packs')
  const date = (await getFormatter()).dateTime(new Date(createdAt), { dateStyle: 'medium' })
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-8 gap-y-3 border-b border-rule py-4">
      <div className="min-w-0">
        <p className="font-serif text-lead break-words">{name}</p>
        <p className="figures text-note text-ink-faint">
          {t('questionCount', { count: questions })} · {t('importedOn', { date })}
        </p>
      </div>
      <div className="flex flex-wrap items-center gap-x-2 gap-y-2">
        <LinkButton href={`/start?topics=${packTopic(id)}`} aria-label={t('interviewOn', { name })}>
          {t('interview')}
        </LinkButton>
        <a
          href={`/api/packs/${id}/export`}
          download
          aria-label={t('exportNamed', { name })}
          className="touch inline-flex items-center rounded-sm px-2 text-ui text-ink-soft underline decoration-edge decoration-1 underline-offset-4 hover:text-ink hover:decoration-ink"
        >
          {t('export')}
        </a>
        <DeletePack id={id} name={name} />
      </div>
    </li>
  )
}

/** The visitor's packs, each with what can be done with it. */
export async function PackList({ packs }: { readonly packs: readonly PackHeader[] }) {
  const t = await getTranslations('packs')
  return (
    <section aria-labelledby="my-packs">
      <h2
        id="my-packs"
        className={packs.length > 0 ? 'border-b border-edge pb-2 text-ui font-semibold' : 'sr-only'}
      >
        {t('mine')}
      </h2>
      {packs.length === 0 && <EmptyState title={t('noneTitle')}>{t('none')}</EmptyState>}
      <ul>
        {packs.map((pack) => (
          <Row key={pack.id} {...pack} />
        ))}
      </ul>
    </section>
  )
}
