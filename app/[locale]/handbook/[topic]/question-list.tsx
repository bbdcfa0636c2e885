import { useTranslations } from 'next-intl'
import { Markdown } from '@/app/ui/markdown'
import { Link } from '@/app/i18n/navigation'
import type { Language } from '@/lib/domain/handbook/language'
import type { Question } from '@/lib/domain/handbook/question'
import { Difficulty } from './difficulty'

interface Props {
  readonly questions: readonly Question[]
  readonly language: Language
}

/** The questions of a topic, numbered as in a book. */
export function QuestionList({ questions, language }: Props) {
  const t = useTranslations('handbook')
  return (
    <ol className="border-t border-edge">
      {questions.map(({ id, prompt, difficulty }, index) => (
        <li
          key={id}
          className="relative grid grid-cols-[2rem_minmax(0,1fr)] gap-x-3 border-b border-rule py-4 hover:bg-sheet sm:grid-cols-[2rem_minmax(0,1fr)_auto]"
        >
          <span aria-hidden className="figures text-note leading-8 text-ink-faint">
            {index + 1}
          </span>
          <Link
            href={`/handbook/${id}`}
            className="font-serif text-lead after:absolute after:inset-0 underline-offset-4 hover:underline"
          >
            <Markdown text={prompt[language]} className="inline [&>p]:inline" />
          </Link>
          <span className="col-start-2 sm:col-start-3 sm:pt-2">
            <Difficulty level={difficulty} label={t('difficulty', { level: difficulty })} />
          </span>
        </li>
      ))}
    </ol>
  )
}
