import { isUnsure } from '../grading/confidence'
import type { Language } from '../handbook/language'
import type { Report, ReportQuestion } from './report'
import { reportWords, type ReportWords } from './report-words'

const blockquote = (text: string): string =>
  text
    .split('\n')
    .map((line) => `> ${line}`.trimEnd())
    .join('\n')

/** Keeps a cell in one row of a Markdown table; `\|` stays a bar inside of formulas, too. */
const cell = (text: string): string => text.replace(/\s+/g, ' ').replace(/\|/g, '\\|')

function keyPointTable(question: ReportQuestion, words: ReportWords): string {
  const rows = question.keyPoints.map((point) => {
    const verdict = words.verdicts[point.verdict] + (point.recovered ? ` (${words.recovered})` : '')
    return `| ${cell(point.claim)} | ${point.weight} | ${verdict} | ${cell(point.quote ?? '')} |`
  })
  const { claim, weight, verdict, quote } = words.columns
  return [`| ${claim} | ${weight} | ${verdict} | ${quote} |`, '|---|---|---|---|', ...rows].join('\n')
}

const remarks = (question: ReportQuestion, words: ReportWords): string[] => [
  ...(question.skipped ? [words.skipped] : []),
  ...(question.hinted ? [words.hinted] : []),
  ...(isUnsure(question) ? [words.unsure] : []),
]

function questionSection(question: ReportQuestion, number: number, words: ReportWords): string[] {
  const score = question.score === undefined ? words.ungraded : `${question.score} / 100`
  const answers = question.answers.flatMap((answer) => [
    `**${words.kinds[answer.kind]}**${answer.kind === 'question' ? '' : ` — ${answer.asked}`}`,
    answer.text.trim() ? blockquote(answer.text) : `> ${words.emptyAnswer}`,
    ...(answer.graded ? [] : [`*${words.ungraded}*`]),
  ])
  const wrong = question.misconceptions.map(
    (m) =>
      `- ${words.said} “${m.quote.replace(/\s+/g, ' ')}”${m.resolved ? ` (${words.takenBack})` : ''}\n  - ${words.correction} ${m.correction}`,
  )
  return [
    `### ${number}. ${question.prompt}`,
    [`${words.score}: ${score}`, ...remarks(question, words)].join(' · '),
    ...answers,
    ...(question.keyPoints.length > 0 && question.answers.length > 0 ? [keyPointTable(question, words)] : []),
    ...(wrong.length > 0 ? [`**${words.misconceptions}**`, wrong.join('\n')] : []),
    ...(question.deepDive
      ? [`**${words.deepDive}** — ${question.deepDive.prompt}`, question.deepDive.expects]
      : []),
    ...(question.open ? [`*${words.open}*`] : [`**${words.reference}**`, question.reference]),
    ...(question.references.length > 0 ? [question.references.map((r) => `- ${r}`).join('\n')] : []),
  ]
}

function summary(report: Report, words: ReportWords, language: Language): string[] {
  const score =
    report.score === undefined
      ? words.noScore
      : `**${report.score} / 100** (± ${report.uncertainty ?? 0}) · ${report.band ? words.bands[report.band] : ''}`
  const topics = report.topics.map((topic) => `- ${topic.title[language]}: ${topic.score ?? words.ungraded}`)
  return [
    `# ${words.title}`,
    report.startedAt.slice(0, 10),
    score,
    ...(report.complete ? [] : [`*${words.incomplete}*`]),
    `## ${words.byTopic}`,
    topics.join('\n'),
  ]
}

function study(report: Report, words: ReportWords): string[] {
  if (report.studyNext.length === 0) return []
  const advice = report.studyNext.map(
    ({ prompt, points, reason }) =>
      `- ${prompt} (${words.reasons[reason]})${points.map((point) => `\n  - ${point}`).join('')}`,
  )
  return [`## ${words.studyNext}`, advice.join('\n')]
}

/** The report as one Markdown document in the interview's language, formulas as `$…$`. */
export function reportMarkdown(report: Report): string {
  const words = reportWords[report.language]
  const blocks = [
    ...summary(report, words, report.language),
    ...study(report, words),
    `## ${words.questions}`,
    ...report.questions.flatMap((question, index) => questionSection(question, index + 1, words)),
  ]
  return `${blocks.filter(Boolean).join('\n\n')}\n`
}
