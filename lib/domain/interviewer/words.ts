import { otherLanguage, type Language } from '../handbook/language'
import type { AskedQuestion, Move } from '../interview/events'
import { outcomeOf } from '../interview/outcome'
import { chance } from '../interview/plan'
import { askedQuestions, exchangesOf, movesOf, type InterviewState } from '../interview/state'
import { guarded } from './leak-guard'
import { phrases } from './phrases'

/** Longest stretch of the candidate's words that a challenge repeats, characters. */
const longestQuote = 120

/** Cuts a quote at a word or character so that it can stand inside a sentence. */
function shorten(quote: string): string {
  const characters = [
    ...quote
      .trim()
      .replace(/\s+/g, ' ')
      .replace(/[。.;；,，]+$/, ''),
  ]
  if (characters.length <= longestQuote) return characters.join('')
  return `${characters
    .slice(0, longestQuote)
    .join('')
    .replace(/\s\S*$/, '')} …`
}

/** What a move says about the question under discussion. */
function sayAbout(
  state: InterviewState,
  move: Exclude<Move, { kind: 'question' | 'closing' }>,
  question: AskedQuestion,
): string[] {
  const { language, manner } = state.settings
  const words = phrases[language]
  const index = movesOf(state).findIndex((entry) => entry.move.moveId === move.moveId)
  // Variants go round from a place that chance chose, so that none comes twice in a row.
  const pick = (variants: readonly string[]): string =>
    variants[(Math.floor(chance(state.seed, 1000) * variants.length) + index) % variants.length] ?? ''
  const probeOf = (keyPointId: string | undefined): string | undefined => {
    const point = question.keyPoints.find(({ id }) => id === keyPointId)
    return point && guarded(point.probe[language] || words.openProbe, point, words.openProbe)
  }
  switch (move.kind) {
    case 'probe':
      return [pick(words.beforeProbe[manner]), probeOf(move.keyPointId) ?? question.prompt[language]]
    case 'challenge':
      return [challenge(state, move.misconceptionId, pick(words.challenge[manner]))]
    case 'dive':
      return [pick(words.beforeDive[manner]), question.deepDives[move.dive]?.prompt[language] ?? '']
    case 'hint': {
      const nudge = probeOf(move.keyPointId)
      return nudge === undefined ? [words.noHint] : [words.hint, nudge]
    }
    case 'clarification':
      return [
        // A question of a pack may be written in one language only.
        ...(question.prompt.zh === question.prompt.en ? [] : words.clarification.slice(0, 1)),
        question.prompt[otherLanguage(language)],
        ...words.clarification.slice(1),
      ]
    case 'remark':
      return move.about === 'off-topic'
        ? [words.remark[move.about], question.prompt[language]]
        : [words.remark[move.about]]
  }
}

function challenge(state: InterviewState, misconceptionId: string, template: string): string {
  const exchange = exchangesOf(state).at(-1)
  const asserted =
    exchange && outcomeOf(exchange).misconceptions.find((m) => m.misconceptionId === misconceptionId)
  const { quote } = phrases[state.settings.language]
  return template.replace('{quote}', () => quote(shorten(asserted?.quote ?? '')))
}

/** The built-in interviewer's words for a move, a sentence or an authored passage each. */
export function wordsFor(state: InterviewState, move: Move): string[] {
  const { language } = state.settings
  if (move.kind === 'question') return [move.question.prompt[language]]
  if (move.kind === 'closing') return [phrases[language].closing[move.reason], phrases[language].report]
  const entry = movesOf(state).find((e) => e.move.moveId === move.moveId)
  const question = askedQuestions(state)[(entry?.question ?? 0) - 1]
  return question ? sayAbout(state, move, question) : []
}

/** Joins sentences into one message: English needs a space between them, Chinese none. */
export const joiner = (language: Language): string => (language === 'zh' ? '' : ' ')
