import { useTranslations } from 'next-intl'
import { InterviewButton } from '@/app/[locale]/start/interview-button'
import { Markdown } from '@/app/ui/markdown'
import { RunningHead } from '@/app/ui/running-head'
import { TextLink } from '@/app/ui/text-link'
import { otherLanguage, type Language } from '@/lib/domain/handbook/language'
import type { Question, Topic } from '@/lib/domain/handbook/question'
import { Difficulty } from '../difficulty'

interface Props {
  readonly question: Question
  readonly topic: Topic
  readonly language: Language
}

/** The question as an examiner puts it, and the ways to answer it. */
export function Asked({ question, topic, language }: Props) {
  const t = useTranslations('handbook')
  return (
    <header className="space-y-6">
      <RunningHead
        end={
          <TextLink href={`/handbook/${question.id}`} locale={otherLanguage(language)}>
            {t('inOther')}
          </TextLink>
        }
      >
        <TextLink href="/handbook">{t('title')}</TextLink>
        <span aria-hidden> / </span>
        <TextLink href={`/handbook/${topic.id}`}>{topic.title[language]}</TextLink>
      </RunningHead>
      <h1 className="font-serif text-title font-medium">
        <Markdown text={question.prompt[language]} className="inline [&>p]:inline" />
      </h1>
      <p className="flex items-center gap-3 text-note text-ink-faint">
        <Difficulty level={question.difficulty} label={t('difficulty', { level: question.difficulty })} />
        {t('difficulty', { level: question.difficulty })}
      </p>
      <div className="no-print space-y-4">
        <p className="measure font-serif text-ink-soft">{t('answerFirst')}</p>
        <InterviewButton
          settings={{ language, mode: 'practice', picks: [{ questionId: question.id }] }}
          variant="primary"
          words={{ start: t('askMe'), starting: t('asking'), failed: t('notAsked') }}
        />
      </div>
    </header>
  )
}
