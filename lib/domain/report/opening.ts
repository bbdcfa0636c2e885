import type { Band } from '../grading/band'
import type { VerdictKind } from '../grading/grade'
import type { Language } from '../handbook/language'
import type { Opening } from '../interview/opening'
import { letterFacts, type NamedPoint } from './letter-facts'
import type { Report } from './report'

/** What the opening of a report is about: all that whoever words it is given. */
export interface OpeningFacts {
  readonly language: Language
  readonly band: Band
  /** Strengths and then gaps. */
  readonly points: readonly (NamedPoint & {
    /** Counted from 1. */
    readonly number: number
    readonly kind: 'strength' | 'gap'
    readonly prompt: string
  })[]
}

/** Words for an opening, not yet believed. */
export interface OpeningDraft {
  readonly summary: string
  readonly points: readonly { readonly number: number; readonly text: string }[]
}

/** Characters of a summary and of a point: what is longer is no opening. */
const most = { summary: 700, point: 320 }

/** What is to be worded; nothing while the interview runs, and where nothing was graded. */
export function openingFacts(
  report: Pick<Report, 'status' | 'questions' | 'language' | 'band'>,
): OpeningFacts | undefined {
  const { band, language, questions } = report
  if (report.status === 'active' || band === undefined) return undefined
  const { strengths, gaps } = letterFacts({ questions })
  const points = [
    ...strengths.map((point) => ({ ...point, kind: 'strength' as const })),
    ...gaps.map((point) => ({ ...point, kind: 'gap' as const })),
  ].map((point, index) => ({
    ...point,
    number: index + 1,
    prompt: questions[point.question - 1]?.prompt ?? '',
  }))
  return points.length === 0 ? undefined : { language, band, points }
}

const mark: Record<VerdictKind, string> = { covered: '+', partial: '~', missing: '-', contradicted: '!' }

/** Names what an opening was written on: with any other verdict in it, its words may no longer be true. */
export const basisOf = ({ band, points }: OpeningFacts): string =>
  [band, ...points.map(({ question, id, verdict }) => `${question}.${id}${mark[verdict]}`)].join(' ')

const quotations = /“([^”]+)”|「([^」]+)」|"([^"]+)"/g
const plain = (text: string): string => text.replace(/\s+/g, ' ').trim().toLowerCase()

/** What stands in a text as somebody's words but in none of the sources. */
function madeUp(text: string, sources: readonly string[]): string | undefined {
  const said = sources.map(plain)
  const quoted = [...text.matchAll(quotations)].map(([, ...groups]) => groups.find(Boolean) ?? '')
  return quoted.find((words) => !said.some((source) => source.includes(plain(words))))
}

/** Figures that a text has and none of the sources. */
function newFigure(text: string, sources: readonly string[]): string | undefined {
  const known = new Set(sources.flatMap((source) => source.match(/\d+(?:\.\d+)?/g) ?? []))
  return text.match(/\d+(?:\.\d+)?/g)?.find((figure) => !known.has(figure))
}

function faultOf(text: string, longest: number, sources: readonly string[]): string | undefined {
  if (text.trim() === '') return 'it is empty'
  if (text.length > longest) return `it is longer than ${longest} characters`
  const quote = madeUp(text, sources)
  if (quote !== undefined) return `it quotes what nobody said: ${quote}`
  const figure = newFigure(text, sources)
  return figure === undefined ? undefined : `it has a figure of its own: ${figure}`
}

/**
 * Holds words for an opening against what they are about: each strength and gap has its text and nothing else has, no
 * quote is made up, and no figure is new, since counting is not the model's to do.
 * @returns the words, or why they cannot be used
 */
export function verifyOpening(
  draft: OpeningDraft,
  facts: OpeningFacts,
):
  | { readonly ok: true; readonly words: Omit<Opening, 'use'> }
  | { readonly ok: false; readonly fault: string } {
  const sourcesOf = ({ claim, quote = '', prompt }: OpeningFacts['points'][number]) => [claim, quote, prompt]
  const summaryFault = faultOf(draft.summary, most.summary, facts.points.flatMap(sourcesOf))
  if (summaryFault !== undefined) return { ok: false, fault: `summary: ${summaryFault}` }
  if (draft.points.length !== facts.points.length) return { ok: false, fault: 'points: not one for each' }
  const points: Opening['points'] = []
  for (const point of facts.points) {
    const text = draft.points.find(({ number }) => number === point.number)?.text
    const fault = text === undefined ? 'it is left out' : faultOf(text, most.point, sourcesOf(point))
    if (text === undefined || fault !== undefined)
      return { ok: false, fault: `point ${point.number}: ${fault ?? ''}` }
    points.push({ question: point.question, keyPointId: point.id, text: text.trim() })
  }
  return { ok: true, words: { basis: basisOf(facts), summary: draft.summary.trim(), points } }
}

/** The opening that still holds for a report: written on these very verdicts. */
export function standingOpening(
  report: Parameters<typeof openingFacts>[0],
  openings: readonly Opening[] = [],
): Opening | undefined {
  if (openings.length === 0) return undefined
  const facts = openingFacts(report)
  const basis = facts && basisOf(facts)
  return openings.findLast((one) => one.basis === basis)
}
