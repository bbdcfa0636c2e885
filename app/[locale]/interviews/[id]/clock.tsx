import { useTranslations } from 'next-intl'
import { useSecondsSince } from './use-stopwatch'

interface Props {
  /** When the open question was asked. */
  readonly askedAt?: string
  /** When the time budget is spent, if there is one. */
  readonly endsAt?: string
}

/** Longest time that is shown: who comes back the next day was not thinking all night. */
const longest = 3 * 60 * 60

const two = (number: number): string => String(number).padStart(2, '0')

/** Time in small figures: what is left of the budget, else what has gone by on this question. */
export function Clock({ askedAt, endsAt }: Props) {
  const t = useTranslations('interview')
  const gone = useSecondsSince(endsAt ?? askedAt)
  if (gone === undefined) return null
  if (endsAt !== undefined)
    return <span>{t('minutesLeft', { count: Math.max(0, Math.ceil(-gone / 60)) })}</span>
  if (gone < 0 || gone > longest) return null
  const time = `${Math.floor(gone / 60)}:${two(gone % 60)}`
  return <time aria-label={t('timeOnQuestion', { time })}>{time}</time>
}
