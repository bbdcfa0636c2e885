import type { GradedQuestion } from './grade'
import { terms } from './terms'
import { wordsOfMatter } from './vocabulary'

/** An answer on the matter shares half of its words with the rubric and more; one on another question a third. */
const leastShared = 0.2

/** Shorter answers share too little by chance. */
const fewestTerms = 8

/** Words of the question itself that show that an answer is meant for it. */
const enoughAsked = 2

/** Whether hardly a word of an answer has to do with its question: such an answer is to another one. */
export function isOffTopic(answer: string, question: GradedQuestion): boolean {
  const said = [...terms(answer)]
  const asked = terms(question.prompt)
  if (said.length < fewestTerms || said.filter((word) => asked.has(word)).length >= enoughAsked) return false
  const vocabulary = wordsOfMatter(question)
  return said.filter((word) => vocabulary.has(word)).length / said.length < leastShared
}
