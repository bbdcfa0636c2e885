import katex from 'katex'
import { claimsOf } from '../grading/claims'
import { ideasOf } from '../grading/cues'
import { cueEvidence } from '../grading/cue-evidence'
import { languages, type Language } from '../handbook/language'
import type { Problem } from '../handbook/parse-question'
import type { Cue, Question } from '../handbook/question'
import { leaks } from './leak-guard'

type Finding = Omit<Problem, 'file'>

/** Shortest and longest reference answer: English words, Chinese characters; formulas and code not counted. */
const lengths: Record<Language, readonly [number, number]> = { zh: [200, 700], en: [120, 450] }

const formulas = /\$\$([\s\S]+?)\$\$|\$([^$\n]+?)\$/g
const prose = (text: string): string => text.replace(/```[\s\S]*?```/g, ' ').replace(formulas, ' ')

const lengthOf = (text: string, language: Language): number =>
  (language === 'zh'
    ? prose(text).match(/[\p{Script=Han}]|[A-Za-z0-9]+/gu)
    : prose(text).match(/[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu)
  )?.length ?? 0

function checkLength(question: Question, language: Language): Finding[] {
  const [least, most] = lengths[language]
  const length = lengthOf(question.answer[language], language)
  const unit = language === 'zh' ? 'characters' : 'words'
  if (length >= least && length <= most) return []
  return [{ field: `answer.${language}`, message: `has ${length} ${unit}; ${least} to ${most} are wanted` }]
}

/** Every text of a question that may hold formulas, by field. */
const textsOf = (question: Question): [field: string, text: string][] =>
  languages.flatMap((language): [string, string][] => [
    [`question.${language}`, question.prompt[language]],
    [`answer.${language}`, question.answer[language]],
    ...question.keyPoints.flatMap((p): [string, string][] => [
      [`keyPoints.${p.id}.${language}`, p.claim[language]],
      [`keyPoints.${p.id}.probe.${language}`, p.probe[language]],
    ]),
    ...question.misconceptions.flatMap((m): [string, string][] => [
      [`misconceptions.${m.id}.${language}`, m.claim[language]],
      [`misconceptions.${m.id}.correction.${language}`, m.correction[language]],
    ]),
    ...question.deepDives.flatMap((d, i): [string, string][] => [
      [`deepDives.${i}.${language}`, d.prompt[language]],
      [`deepDives.${i}.expects.${language}`, d.expects[language]],
    ]),
  ])

function checkFormulas([field, text]: readonly [string, string]): Finding[] {
  const source = text.replace(/```[\s\S]*?```|`[^`\n]+`/g, '')
  return [...source.matchAll(formulas)].flatMap(([, display, inline]) => {
    try {
      katex.renderToString(display ?? inline ?? '', {
        throwOnError: true,
        strict: 'ignore',
        displayMode: display !== undefined,
      })
      return []
    } catch (error) {
      return [
        {
          field,
          message: `a formula cannot be set: ${error instanceof Error ? error.message : String(error)}`,
        },
      ]
    }
  })
}

const fires = (cue: Cue, text: string): boolean => {
  const { share, contradicted } = cueEvidence(ideasOf(cue), claimsOf(text), new Set())
  return share === 1 && !contradicted
}

/** A rubric that could not be graded fairly: given away by its own question or probe, or wrong of its own reference. */
function checkRubric(question: Question): Finding[] {
  return languages.flatMap((language) => [
    ...question.keyPoints.flatMap((point): Finding[] => [
      ...(leaks(point.probe[language], point)
        ? [
            {
              field: `keyPoints.${point.id}.probe.${language}`,
              message: 'the probe gives its key point away',
            },
          ]
        : []),
      ...(fires(point.cues, question.prompt[language])
        ? [
            {
              field: `keyPoints.${point.id}.cues`,
              message: `the question itself hits the whole cue (${language})`,
            },
          ]
        : []),
      ...(fires(point.cues, point.claim[language])
        ? []
        : [{ field: `keyPoints.${point.id}.cues`, message: `the cue misses its own claim (${language})` }]),
    ]),
    ...question.misconceptions.flatMap((m): Finding[] => [
      ...(fires(m.cues, question.answer[language])
        ? [
            {
              field: `misconceptions.${m.id}.cues`,
              message: `the cue fires on the reference answer (${language})`,
            },
          ]
        : []),
      ...(fires(m.cues, m.correction[language])
        ? [
            {
              field: `misconceptions.${m.id}.cues`,
              message: `the cue fires on its own correction (${language})`,
            },
          ]
        : []),
    ]),
  ])
}

/** What is wrong with one question that its schema cannot tell. */
export function checkQuestion(question: Question): Problem[] {
  const findings = [
    ...languages.flatMap((language) => checkLength(question, language)),
    ...textsOf(question).flatMap(checkFormulas),
    ...checkRubric(question),
  ]
  return findings.map((finding) => ({ file: `${question.id}.md`, ...finding }))
}
