import { useTranslations } from 'next-intl'
import { Badge } from '@/app/ui/badge'
import { Markdown } from '@/app/ui/markdown'
import { RunningHead } from '@/app/ui/running-head'
import { Score } from '@/app/ui/score'
import type { Language } from '@/lib/domain/handbook/language'
import type { Attempt } from '@/lib/domain/practice/attempt'
import { firstAndBest } from '@/lib/domain/report/compare'
import { isUnsure } from '@/lib/domain/grading/confidence'
import type { Report, ReportQuestion } from '@/lib/domain/report/report'
import { Practise } from '../../../practice/practise'
import { Answer } from './answer'
import { Course } from './course'
import { KeyPoints } from './key-points'
import { marksOf } from './marks-of'
import { Misconceptions } from './misconceptions'
import { Reference } from './reference'

interface Props {
  readonly report: Pick<Report, 'interviewId' | 'language' | 'status' | 'withheld'>
  readonly question: ReportQuestion
  readonly number: number
  readonly topic: string
  /** A model is set up. */
  readonly hasModel: boolean
  /** All that the candidate has answered, this interview included. */
  readonly attempts: readonly Attempt[]
}

/** The question again, and how it went over all attempts. */
function Again({
  question,
  lang,
  attempts,
}: { readonly lang: Language } & Pick<Props, 'question' | 'attempts'>) {
  const t = useTranslations('report')
  const all = firstAndBest(question.questionId, attempts)
  return (
    <div className="flex flex-wrap items-center gap-x-5 gap-y-2">
      <Practise questionIds={[question.questionId]} label={t('againThis')} language={lang} />
      {all && <span className="figures text-note text-ink-faint">{t('firstBest', all)}</span>}
    </div>
  )
}

/** What is to be known of the question besides its marks. */
function Circumstances({ question }: { readonly question: ReportQuestion }) {
  const t = useTranslations('report')
  const { skipped, hinted, score, grader, answers } = question
  return (
    <div className="flex flex-wrap items-baseline gap-x-3 gap-y-2 text-note text-ink-faint">
      {answers.length > 0 && <Score value={score} band={question.band} />}
      {skipped && <Badge>{t('skipped')}</Badge>}
      {hinted && <Badge>{t('hinted')}</Badge>}
      {isUnsure(question) && <Badge>{t('lowConfidence')}</Badge>}
      {grader && <span>{grader === 'builtin' ? t('gradedBuiltin') : t('gradedBy', { grader })}</span>}
    </div>
  )
}

function DeepDive({ question, lang }: { readonly question: ReportQuestion; readonly lang: string }) {
  const t = useTranslations('report')
  if (!question.deepDive) return null
  const { expects, score } = question.deepDive
  return (
    <section className="keep-together space-y-3">
      <h4 className="flex flex-wrap items-baseline justify-between gap-x-4 border-b border-edge pb-2 text-ui font-semibold">
        {t('deepDive')}
        {score !== undefined && <Score value={score} />}
      </h4>
      <p className="text-note text-ink-faint">{t('deepDiveNote')}</p>
      <Markdown text={expects} lang={lang} headings={5} className="measure text-ui" />
    </section>
  )
}

/** One question as a marked page: the candidate's words on the left, the reference beside them or below. */
export function QuestionPage({ report, question, number, topic, hasModel, attempts }: Props) {
  const t = useTranslations('report')
  const { language, interviewId } = report
  const { open } = question
  const marks = marksOf(question)
  return (
    <article id={`question-${number}`} aria-labelledby={`prompt-${number}`} className="scroll-mt-8 space-y-6">
      <div className="break-inside-avoid break-after-avoid space-y-6">
        <RunningHead end={t('questionNumber', { number })}>
          {topic} · {t('difficulty', { level: question.difficulty })}
        </RunningHead>
        <div className="space-y-3">
          <h3 id={`prompt-${number}`} lang={language} className="max-w-3xl font-serif text-title font-medium">
            {question.prompt}
          </h3>
          <Circumstances question={question} />
        </div>
      </div>
      <div className="grid gap-x-14 gap-y-10 xl:grid-cols-[minmax(0,1fr)_24rem]">
        <div className="min-w-0 space-y-8">
          {question.answers.length === 0 && !report.withheld && (
            <p className="border-y border-rule py-5 text-ui text-ink-soft">
              {open ? t('notAnsweredYet') : question.skipped ? t('skippedNote') : t('notAnswered')}
            </p>
          )}
          {question.answers.map((answer) => (
            <Answer
              key={answer.turnId}
              report={report}
              answer={answer}
              notes={marks.get(answer.turnId) ?? []}
              hasModel={hasModel}
            />
          ))}
          {!open && <Misconceptions {...{ question, interviewId }} lang={language} />}
          {!open && <KeyPoints {...{ question, interviewId }} lang={language} />}
          {!open && <DeepDive question={question} lang={language} />}
          {!open && <Course course={question.course} />}
          {interviewId !== undefined && report.status === 'closed' && (
            <Again question={question} lang={language} attempts={attempts} />
          )}
        </div>
        {open ? (
          <p className="text-ui text-ink-faint">{t('openNote')}</p>
        ) : (
          <Reference question={question} lang={language} />
        )}
      </div>
    </article>
  )
}
