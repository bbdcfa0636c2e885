import { locateQuote } from '@/lib/domain/text/quote'
import type { ReportQuestion } from '@/lib/domain/report/report'
import type { Note } from '../marked/note'

/** Misconceptions are lettered, so that they are told from the numbers of key points. */
export const letterOf = (index: number): string => String.fromCharCode(65 + index)

/** What is to be marked in each answer of a question, by turn: proven key points, and misconceptions where they stand. */
export function marksOf({ answers, keyPoints, misconceptions }: ReportQuestion): ReadonlyMap<string, Note[]> {
  const pointAt = new Map(keyPoints.map(({ id }, index) => [id, index]))
  const notes = new Map(
    answers.map(({ turnId, kind, verdicts }) => [
      turnId,
      verdicts.flatMap(({ keyPointId: id, verdict, quote }): Note[] => {
        if (verdict === 'missing' || quote === undefined) return []
        const index = pointAt.get(id)
        // A deep dive is graded by what it expects, which is not among the key points.
        if (index === undefined || kind === 'dive') return [{ id, verdict, quote, labels: [], about: [] }]
        return [{ id, verdict, quote, labels: [String(index + 1)], about: [keyPoints[index]?.claim ?? ''] }]
      }),
    ]),
  )
  misconceptions.forEach(({ id, quote, correction }, index) => {
    const said = answers.find(({ text }) => locateQuote(text, quote))
    if (said)
      notes
        .get(said.turnId)
        ?.push({ id, verdict: 'contradicted', quote, labels: [letterOf(index)], about: [correction] })
  })
  return notes
}
