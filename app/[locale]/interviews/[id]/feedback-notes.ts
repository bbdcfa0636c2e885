import type { Grade, VerdictKind } from '@/lib/domain/grading/grade'
import type { Language } from '@/lib/domain/handbook/language'
import type { AskedQuestion } from '@/lib/domain/interview/events'
import type { Note } from './marked/note'

/** A line in the margin of a marked answer. Without a text only the verdict is told. */
export interface Remark {
  readonly id: string
  readonly verdict: VerdictKind
  readonly label?: string
  readonly text?: string
}

export interface FeedbackNotes {
  readonly marks: readonly Note[]
  readonly remarks: readonly Remark[]
  /** Key points that nothing was said of, while naming them would answer the follow-up. */
  readonly open: number
}

interface Asked {
  readonly question: Pick<AskedQuestion, 'keyPoints' | 'misconceptions'>
  readonly language: Language
  /** The question is done, so nothing is given away any more. */
  readonly over: boolean
  /** The answer replies to a follow-up: what it leaves out is not missing. */
  readonly narrow: boolean
}

/**
 * What practice mode writes beside an answer at once. While the question is open, a point that is partly there or
 * missing is not spelled out: the follow-up gives a second chance at it.
 */
export function feedbackNotes(grade: Grade, { question, language, over, narrow }: Asked): FeedbackNotes {
  const marks: Note[] = []
  const remarks: Remark[] = []
  let open = 0
  for (const { keyPointId: id, verdict, quote } of grade.verdicts) {
    const claim = question.keyPoints.find((point) => point.id === id)?.claim[language]
    if (verdict === 'missing' || quote === undefined) {
      if (claim === undefined || narrow || grade.gate) continue
      if (over) remarks.push({ id, verdict: 'missing', text: claim })
      else open++
      continue
    }
    const text = verdict === 'partial' && !over ? undefined : claim
    const label = claim === undefined ? undefined : String(marks.length + 1)
    marks.push({ id, verdict, quote, labels: label ? [label] : [], about: text === undefined ? [] : [text] })
    if (label) remarks.push({ id, verdict, label, text })
  }
  grade.misconceptions.forEach(({ misconceptionId: id, quote }, index) => {
    const text = question.misconceptions.find((known) => known.id === id)?.correction[language]
    if (text === undefined) return
    const label = String.fromCharCode(65 + index)
    marks.push({ id, verdict: 'contradicted', quote, labels: [label], about: [text] })
    remarks.push({ id, verdict: 'contradicted', label, text })
  })
  return { marks, remarks, open }
}
