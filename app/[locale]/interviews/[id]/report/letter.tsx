import { useFormatter, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { ErrorNote } from '@/app/ui/error-note'
import { Markdown } from '@/app/ui/markdown'
import { RunningHead } from '@/app/ui/running-head'
import { Score } from '@/app/ui/score'
import { ScoreScale } from '@/app/ui/score-scale'
import { VerdictSign } from '@/app/ui/verdict'
import { letterFacts, type NamedPoint } from '@/lib/domain/report/letter-facts'
import type { Report } from '@/lib/domain/report/report'
import { shorten } from '../marked/shorten'
import { Typed } from '../marked/typed'
import { useSentences } from './sentences'

/** A quote in the letter is a reminder; the whole of it is marked in the answer. */
const quoteLength = 120

interface NamedProps {
  readonly title: ReactNode
  readonly verdict: 'covered' | 'missing'
  readonly points: readonly NamedPoint[]
  /** Words of a model for some of them. */
  readonly opening: Report['opening']
  readonly lang: string
}

const wordsFor = (opening: Report['opening'], question: number, id: string): string | undefined =>
  opening?.points.find((point) => point.question === question && point.keyPointId === id)?.text

/** Key points by name, each with a way to the answer that it is about. */
function Named({ title, verdict, points, opening, lang }: NamedProps) {
  const t = useTranslations('report')
  if (points.length === 0) return null
  return (
    <div>
      <h2 className="border-b border-edge pb-2 text-ui font-semibold">{title}</h2>
      <ul>
        {points.map(({ id, claim, question, quote }) => (
          <li
            key={`${question} ${claim}`}
            className="keep-together grid grid-cols-[1rem_minmax(0,1fr)_auto] gap-x-3 border-b border-rule py-3"
          >
            <VerdictSign verdict={verdict} className="mt-[0.35em]" />
            <div className="min-w-0 space-y-1">
              <Markdown text={wordsFor(opening, question, id) ?? claim} lang={lang} className="text-ui" />
              <p className="overflow-x-auto text-note text-ink-faint">
                {quote === undefined ? (
                  t('notSaid')
                ) : (
                  <q lang={lang}>
                    <Typed text={shorten(quote, quoteLength)} inline />
                  </q>
                )}
              </p>
            </div>
            <a
              href={`#question-${question}`}
              className="figures self-start rounded-sm text-note text-ink-faint underline decoration-edge underline-offset-4 hover:text-ink"
            >
              {t('questionNumber', { number: question })}
            </a>
          </li>
        ))}
      </ul>
    </div>
  )
}

/** The summary: the score once and large, what it means in prose, and the strengths and gaps by name. */
export function Letter({ report, topics }: { readonly report: Report; readonly topics: string }) {
  const t = useTranslations('report')
  const format = useFormatter()
  const facts = letterFacts(report)
  const paragraphs = useSentences(report, facts)
  const { score, uncertainty, band, mode, language, opening } = report
  return (
    <div className="min-w-0 space-y-8">
      <RunningHead
        end={format.dateTime(new Date(report.closedAt ?? report.startedAt), { dateStyle: 'long' })}
      >
        {t(mode)}
      </RunningHead>
      <h1 className="font-serif text-display font-medium tracking-tight">{t('heading', { topics })}</h1>
      {report.status === 'active' && <Notice title={t('halfTitle')}>{t('half')}</Notice>}
      {score !== undefined && (
        <div className="keep-together max-w-xl space-y-5">
          <Score size="large" value={score} uncertainty={uncertainty} band={band} />
          <ScoreScale value={score} uncertainty={uncertainty} />
        </div>
      )}
      <div className="measure space-y-4 font-serif">
        {opening && <p lang={language}>{opening.summary}</p>}
        {paragraphs.map((sentences) => (
          <p key={sentences}>{sentences}</p>
        ))}
        {facts.unsure > 0 && <p className="text-ink-soft">{t('unsure')}</p>}
      </div>
      {facts.ungraded > 0 && (
        <ErrorNote title={t('ungradedTitle', { count: facts.ungraded })}>{t('ungradedLetter')}</ErrorNote>
      )}
      <div className="grid gap-x-12 gap-y-8 md:grid-cols-2">
        <Named
          title={t('strengths')}
          verdict="covered"
          points={facts.strengths}
          opening={opening}
          lang={language}
        />
        <Named title={t('gaps')} verdict="missing" points={facts.gaps} opening={opening} lang={language} />
      </div>
      {opening?.model !== undefined && (
        <p className="text-note text-ink-faint">{t('openingBy', { model: opening.model })}</p>
      )}
    </div>
  )
}

/** Something to know before reading on that is no error. */
function Notice({ title, children }: { readonly title: ReactNode; readonly children: ReactNode }) {
  return (
    <div role="note" className="border-s-2 border-edge py-1 ps-4 text-ui">
      <p className="font-semibold">{title}</p>
      <p className="measure mt-1 text-ink-soft">{children}</p>
    </div>
  )
}
