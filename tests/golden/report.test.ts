import { describe, expect, it } from 'vitest'
import { readReport } from '@/lib/conduct/read-report'
import { startInterview } from '@/lib/conduct/start-interview'
import { takeTurn } from '@/lib/conduct/take-turn'
import { languages, type Language } from '@/lib/domain/handbook/language'
import { settings } from '@/lib/domain/interview/settings'
import { assembleReport } from '@/lib/domain/report/assemble-report'
import { reportMarkdown } from '@/lib/domain/report/report-markdown'
import { fold } from '@/lib/domain/interview/evolve'
import { overallScore } from '@/lib/domain/report/overall-score'
import { fakePorts } from '@/tests/fixtures/fake-ports'

const owner = 'guest'

/** What a candidate does, by the sample handbook's convention: an answer makes the points that it names. */
const turns = [
  ['answer', 'the must and the should of it'],
  ['answer', 'the nice'],
  ['answer', 'a myth'],
  ['hint-request', ''],
  ['answer', 'now the must'],
  ['skip', ''],
  ['answer', ''],
  ['answer', 'only the must'],
  ['end', ''],
] as const

async function heldInterview(language: Language) {
  let minute = 0
  const ports = fakePorts({ now: () => new Date(Date.UTC(2026, 0, 1, 10, minute)) })
  const wanted = settings.parse({ language, topics: ['attention', 'optimizers'], questions: 4 })
  const started = await startInterview(ports, { owner, settings: wanted })
  if (!started.ok) throw new Error(started.reason)
  for (const [index, [kind, text]] of turns.entries()) {
    minute += 2
    const taken = await takeTurn(ports, { id: started.id, owner, turn: { turnId: `t${index}`, kind, text } })
    if (!taken.ok) throw new Error(`turn ${index}: ${taken.rejection}`)
    await taken.turn.finish()
  }
  return { ports, id: started.id }
}

describe.each(languages)('the report of fixed events, %s', (language) => {
  it('is the same to the letter, as JSON and as Markdown', async () => {
    const { ports, id } = await heldInterview(language)
    const report = await readReport(ports, { id, owner })
    if (!report) throw new Error('no report')
    await expect(`${JSON.stringify(report, null, 2)}\n`).toMatchFileSnapshot(`report.${language}.json`)
    await expect(reportMarkdown(report)).toMatchFileSnapshot(`report.${language}.md`)
  })

  it('says nothing that the events do not, at any moment of the interview', async () => {
    const { ports, id } = await heldInterview(language)
    const { events } = (await ports.store.load(id)) ?? { events: [] }
    const handbook = await ports.handbook()
    for (let length = 1; length <= events.length; length++) {
      const state = fold(events.slice(0, length))
      if (!state) throw new Error('nothing to fold')
      const report = assembleReport(id, state, handbook)
      expect(report.score).toBe(overallScore(state)?.score)
      const answers = events.slice(0, length).filter(({ type }) => type === 'AnswerSubmitted')
      expect(report.questions.flatMap((question) => question.answers)).toHaveLength(answers.length)
      const asked = events.slice(0, length).filter((e) => e.type === 'Asked' && e.move.kind === 'question')
      expect(report.questions).toHaveLength(asked.length)
      for (const { keyPoints, answers: own } of report.questions)
        for (const { quote } of keyPoints)
          if (quote !== undefined) expect(own.some(({ text }) => text.includes(quote))).toBe(true)
      const markdown = reportMarkdown(report)
      for (const { score } of report.questions)
        if (score !== undefined) expect(markdown).toContain(`${score} / 100`)
    }
  })
})
