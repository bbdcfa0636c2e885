import clsx from 'clsx'
import { getTranslations } from 'next-intl/server'
import { Link } from '@/app/i18n/navigation'
import type { DrillFilter } from '@/lib/domain/practice/drill'
import { levels } from '@/lib/domain/practice/mastery'

interface Props {
  readonly topic: string
  readonly filter: DrillFilter
}

function hrefOf(topic: string, { level, difficulty }: DrillFilter): string {
  const query = new URLSearchParams({
    ...(level && { level }),
    ...(difficulty && { difficulty: String(difficulty) }),
  })
  return `/practice/${topic}${query.size > 0 ? `?${query}` : ''}`
}

interface ChipProps {
  readonly href: string
  readonly chosen: boolean
  readonly children: string
}

const Chip = ({ href, chosen, children }: ChipProps) => (
  <Link
    href={href}
    scroll={false}
    aria-current={chosen ? 'true' : undefined}
    className={clsx(
      'touch -ms-px inline-flex items-center justify-center border border-edge px-3.5 text-ui first:ms-0 first:rounded-s-sm last:rounded-e-sm',
      chosen ? 'z-1 border-ink bg-ink text-paper' : 'hover:bg-sheet',
    )}
  >
    {children}
  </Link>
)

/** Which questions are shown and drilled. Links, so that a filtered page has an address. */
export async function Filters({ topic, filter }: Props) {
  const t = await getTranslations('practice')
  const { level, difficulty } = filter
  return (
    <nav aria-label={t('filters')} className="flex flex-wrap gap-x-8 gap-y-4">
      <div role="group" aria-label={t('byLevel')} className="flex flex-wrap">
        {[undefined, ...levels].map((own) => (
          <Chip key={own ?? 'all'} href={hrefOf(topic, { ...filter, level: own })} chosen={level === own}>
            {own ? t(`levels.${own}`) : t('all')}
          </Chip>
        ))}
      </div>
      <div role="group" aria-label={t('byDifficulty')} className="flex flex-wrap">
        {[undefined, 1, 2, 3, 4, 5].map((own) => (
          <Chip
            key={own ?? 'all'}
            href={hrefOf(topic, { ...filter, difficulty: own })}
            chosen={difficulty === own}
          >
            {own ? String(own) : t('anyDifficulty')}
          </Chip>
        ))}
      </div>
    </nav>
  )
}
