import type { Metadata } from 'next'
import { languages, type Language } from '@/lib/domain/handbook/language'
import { plain, shorten } from '@/lib/domain/text/plain'
import type { Question, Topic } from '@/lib/domain/handbook/question'

/** Search engines show about so much of a description, characters. */
const longest: Record<Language, number> = { zh: 90, en: 160 }

/** Title, description and addresses in both languages of a page of the handbook. `path` is without the language. */
export function describe(
  language: Language,
  path: string,
  { title, description }: { readonly title: string; readonly description: string },
): Metadata {
  return {
    title,
    description: shorten(description, longest[language]),
    alternates: {
      canonical: `/${language}${path}`,
      languages: Object.fromEntries(languages.map((other) => [other, `/${other}${path}`])),
    },
    openGraph: { title, description: shorten(description, longest[language]), type: 'article' },
  }
}

export interface Crumb {
  readonly name: string
  /** Without the language. */
  readonly path: string
}

/** The way to a page, for search engines. */
export const breadcrumbs = (language: Language, crumbs: readonly Crumb[]): object => ({
  '@type': 'BreadcrumbList',
  itemListElement: crumbs.map(({ name, path }, index) => ({
    '@type': 'ListItem',
    position: index + 1,
    name,
    item: `/${language}${path}`,
  })),
})

/** One question with its answer, for search engines. */
export const questionData = (question: Question, topic: Topic, language: Language): object => ({
  '@type': ['QAPage', 'LearningResource'],
  inLanguage: language,
  name: plain(question.prompt[language]),
  about: topic.title[language],
  learningResourceType: 'interview question',
  isAccessibleForFree: true,
  mainEntity: {
    '@type': 'Question',
    name: plain(question.prompt[language]),
    text: plain(question.prompt[language]),
    answerCount: 1,
    acceptedAnswer: { '@type': 'Answer', text: plain(question.answer[language]) },
  },
})
