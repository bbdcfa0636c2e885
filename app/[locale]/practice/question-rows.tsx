import { readingPlace } from '@/app/reading-place'
import { getFormatter, getLocale, getTranslations } from 'next-intl/server'
import { Badge } from '@/app/ui/badge'
import { Markdown } from '@/app/ui/markdown'
import { Score } from '@/app/ui/score'
import { TextLink } from '@/app/ui/text-link'
import { bandOf } from '@/lib/domain/grading/band'
import type { Mastery } from '@/lib/domain/practice/mastery'
import { Practise } from './practise'

async function Row({ mastery }: { readonly mastery: Mastery }) {
  const t = await getTranslations('practice')
  const locale = await getLocale()
  const format = await getFormatter()
  const { question, level, best, latest, attempts, at } = mastery
  return (
    <li className="grid gap-x-8 gap-y-3 border-b border-rule py-5 sm:grid-cols-[minmax(0,1fr)_auto] sm:items-start">
      <div className="min-w-0 space-y-2">
        <div className="font-serif text-lead">
          <TextLink href={readingPlace(question.id)}>
            <Markdown text={question.prompt[locale]} className="inline [&>p]:inline" />
          </TextLink>
        </div>
        <p className="figures flex flex-wrap items-baseline gap-x-4 gap-y-1 text-note text-ink-faint">
          <Badge>{t(`levels.${level}`)}</Badge>
          <span>{t('difficulty', { difficulty: question.difficulty })}</span>
          {latest !== undefined && (
            <span className="inline-flex items-baseline gap-1.5">
              {t('latest')} <Score value={latest} band={bandOf(latest)} />
            </span>
          )}
          {best !== undefined && best !== latest && <span>{t('best', { score: best })}</span>}
          {at !== undefined && (
            <span>
              {t('attempts', {
                count: attempts,
                date: format.dateTime(new Date(at), { dateStyle: 'medium' }),
              })}
            </span>
          )}
        </p>
      </div>
      <Practise questionIds={[question.id]} label={t(latest === undefined ? 'askMe' : 'tryAgain')} />
    </li>
  )
}

/** Rows of one page: a pack may have 10,000 questions. */
const mostRows = 100

/** Questions with what is known of each, and a button that asks it now. */
export async function QuestionRows({ all }: { readonly all: readonly Mastery[] }) {
  const t = await getTranslations('practice')
  return (
    <>
      <ul className="border-t border-edge">
        {all.slice(0, mostRows).map((mastery) => (
          <Row key={mastery.question.id} mastery={mastery} />
        ))}
      </ul>
      {all.length > mostRows && (
        <p className="text-note text-ink-faint">{t('moreRows', { count: all.length - mostRows })}</p>
      )}
    </>
  )
}
