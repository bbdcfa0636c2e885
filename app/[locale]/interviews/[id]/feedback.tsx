import { useTranslations } from 'next-intl'
import { MarginNote } from '@/app/ui/margin-note'
import { Markdown } from '@/app/ui/markdown'
import { Score } from '@/app/ui/score'
import type { Grade } from '@/lib/domain/grading/grade'
import { bandOf } from '@/lib/domain/grading/band'
import type { FeedbackNotes, Remark } from './feedback-notes'

interface Props {
  readonly grade: Pick<Grade, 'score' | 'gate'>
  readonly notes: FeedbackNotes
  readonly lang: string
}

function RemarkNote({ remark, lang }: { readonly remark: Remark; readonly lang: string }) {
  const t = useTranslations('interview')
  const { verdict, label, text } = remark
  return (
    <MarginNote verdict={verdict}>
      {label && <span className="figures text-ink-faint">{label} </span>}
      {text === undefined ? (
        t('halfThere')
      ) : (
        <Markdown text={text} lang={lang} className="inline [&>p]:inline" />
      )}
    </MarginNote>
  )
}

/** Practice mode: what the examiner writes in the margin of an answer as soon as it is given. */
export function Feedback({ grade, notes, lang }: Props) {
  const t = useTranslations('interview')
  return (
    <div className="space-y-4">
      <Score value={grade.score} band={bandOf(grade.score)} />
      {grade.gate && <p className="text-note text-ink-soft">{t(`gates.${grade.gate}`)}</p>}
      {notes.remarks.map((remark) => (
        <RemarkNote key={`${remark.verdict} ${remark.id}`} remark={remark} lang={lang} />
      ))}
      {!grade.gate && notes.open > 0 && (
        <MarginNote verdict="missing">{t('openPoints', { count: notes.open })}</MarginNote>
      )}
    </div>
  )
}
