import { useTranslations } from 'next-intl'
import { Markdown } from '@/app/ui/markdown'
import { Link } from '@/app/i18n/navigation'
import type { Language } from '@/lib/domain/handbook/language'
import type { Handbook, Question } from '@/lib/domain/handbook/question'

interface Props {
  readonly handbook: Handbook
  readonly question: Question
  /** Ids, the nearest first. */
  readonly related: readonly string[]
  readonly language: Language
}

function Neighbours({ handbook, question, language }: Omit<Props, 'related'>) {
  const t = useTranslations('handbook')
  const own = [...handbook.questions.values()].filter(({ topic }) => topic === question.topic)
  const at = own.findIndex(({ id }) => id === question.id)
  const sides = [
    { key: 'previous', to: own[at - 1] },
    { key: 'next', to: own[at + 1] },
  ] as const
  return (
    <nav aria-label={t('neighbours')} className="no-print grid gap-6 sm:grid-cols-2">
      {sides.map(({ key, to }) =>
        to ? (
          <div key={key} className={key === 'next' ? 'sm:col-start-2 sm:text-end' : undefined}>
            <p className="text-note text-ink-faint">{t(key)}</p>
            <Link href={`/handbook/${to.id}`} className="font-serif underline-offset-4 hover:underline">
              <Markdown text={to.prompt[language]} className="inline [&>p]:inline" />
            </Link>
          </div>
        ) : null,
      )}
    </nav>
  )
}

/** Where the answer comes from, and where to read on. */
export function Onward({ handbook, question, related, language }: Props) {
  const t = useTranslations('handbook')
  const near = related.flatMap((id) => handbook.questions.get(id) ?? [])
  return (
    <footer className="space-y-10">
      {question.references.length > 0 && (
        <section aria-labelledby="references" className="space-y-2">
          <h2 id="references" className="text-ui font-semibold">
            {t('references')}
          </h2>
          <ul className="space-y-1 text-note text-ink-soft">
            {question.references.map((source) => (
              <li key={source}>{source}</li>
            ))}
          </ul>
        </section>
      )}
      {near.length > 0 && (
        <section aria-labelledby="related" className="space-y-2">
          <h2 id="related" className="text-ui font-semibold">
            {t('related')}
          </h2>
          <ul className="border-t border-rule">
            {near.map(({ id, prompt, topic }) => (
              <li key={id} className="border-b border-rule py-2.5">
                <Link href={`/handbook/${id}`} className="font-serif underline-offset-4 hover:underline">
                  <Markdown text={prompt[language]} className="inline [&>p]:inline" />
                </Link>
                {topic !== question.topic && (
                  <span className="ms-2 text-note text-ink-faint">
                    {handbook.topics.get(topic)?.title[language]}
                  </span>
                )}
              </li>
            ))}
          </ul>
        </section>
      )}
      <Neighbours handbook={handbook} question={question} language={language} />
    </footer>
  )
}
