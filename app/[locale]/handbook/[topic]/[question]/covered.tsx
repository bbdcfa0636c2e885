import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Markdown } from '@/app/ui/markdown'
import { MarginNote } from '@/app/ui/margin-note'
import { Disclosure } from '@/app/ui/disclosure'
import type { Language } from '@/lib/domain/handbook/language'
import type { Question } from '@/lib/domain/handbook/question'
import { SelfTest } from './self-test'

interface Props {
  readonly question: Question
  readonly language: Language
}

function Cover({
  id,
  what,
  children,
}: {
  readonly id: string
  readonly what: string
  readonly children: ReactNode
}) {
  const t = useTranslations('handbook')
  return (
    <section id={id} aria-label={what} className="scroll-mt-8 border-b border-rule py-1.5 first:border-t">
      <Disclosure
        summary={
          <>
            <span className="sr-only">{t('reveal', { what })}</span>
            <span aria-hidden className="font-semibold text-ink">
              {what}
            </span>
          </>
        }
      >
        <div className="pt-2 pb-4">{children}</div>
      </Disclosure>
    </section>
  )
}

function Misconceptions({ question, language }: Props) {
  const t = useTranslations('handbook')
  return (
    <ul className="space-y-5">
      {question.misconceptions.map(({ id, claim, correction }) => (
        <li key={id}>
          <MarginNote verdict="contradicted" className="text-ui">
            <Markdown text={claim[language]} className="text-ink" />
            <div className="mt-1.5">
              <span className="font-semibold">{t('inFact')} </span>
              <Markdown text={correction[language]} className="inline [&>p]:inline" />
            </div>
          </MarginNote>
        </li>
      ))}
    </ul>
  )
}

function DeepDives({ question, language }: Props) {
  const t = useTranslations('handbook')
  return (
    <div className="space-y-4">
      <p className="text-note text-ink-faint">{t('deepDivesHint')}</p>
      {question.deepDives.map(({ prompt, expects }) => (
        <Disclosure
          key={prompt[language]}
          summary={<Markdown text={prompt[language]} className="text-body text-ink" />}
        >
          <Markdown text={expects[language]} className="measure" />
        </Disclosure>
      ))}
    </div>
  )
}

/** What a good answer says, each part under a cover, so that one can test oneself first. */
export function Covered({ question, language }: Props) {
  const t = useTranslations('handbook')
  const { keyPoints, misconceptions, answer, deepDives } = question
  return (
    <div>
      <Cover id="key-points" what={t('keyPointsCount', { count: keyPoints.length })}>
        <SelfTest
          points={keyPoints.map(({ id, claim, weight }) => ({
            ...{ id, weight },
            claim: <Markdown text={claim[language]} className="text-ui" />,
          }))}
        />
      </Cover>
      <Cover id="misconceptions" what={t('misconceptionsCount', { count: misconceptions.length })}>
        <Misconceptions question={question} language={language} />
      </Cover>
      <Cover id="answer" what={t('answer')}>
        <Markdown text={answer[language]} className="measure" />
      </Cover>
      {deepDives.length > 0 && (
        <Cover id="deep-dives" what={t('deepDives')}>
          <DeepDives question={question} language={language} />
        </Cover>
      )}
    </div>
  )
}
