import { useTranslations } from 'next-intl'
import { MarkdownLazy } from '@/app/ui/markdown-lazy'
import { TextLink } from '@/app/ui/text-link'
import { linkCitations } from './link-citations'
import type { Reply } from './post-question'

type Passage = Reply['passages'][number]

/** A passage as it stands in the handbook, with where it is from. */
function Quoted({ passage: { number, questionId, title, passage } }: { readonly passage: Passage }) {
  return (
    <li
      id={`passage-${number}`}
      className="scroll-mt-8 space-y-3 border-b border-rule py-6 target:border-ink"
    >
      <div className="grid grid-cols-[1.75rem_minmax(0,1fr)] font-serif text-body font-semibold">
        <span className="figures font-sans text-ui text-ink-faint">{number}</span>
        <TextLink href={`/handbook/${questionId}`}>
          <MarkdownLazy text={title} className="inline [&>p]:inline" />
        </TextLink>
      </div>
      <blockquote className="ps-7">
        <MarkdownLazy text={passage} className="measure text-ui" headings={4} />
      </blockquote>
    </li>
  )
}

function NotFound({ reply: { passages } }: { readonly reply: Reply }) {
  const t = useTranslations('ask')
  return (
    <section aria-labelledby="ask-result" className="space-y-5">
      <h2 id="ask-result" className="font-serif text-title font-medium">
        {t('notFound')}
      </h2>
      <p className="measure text-ink-soft">{t('notFoundHint')}</p>
      {passages.length > 0 && (
        <div className="space-y-2">
          <h3 className="text-ui font-semibold">{t('nearest')}</h3>
          <ul className="border-t border-rule">
            {passages.map(({ questionId, title }) => (
              <li key={questionId} className="border-b border-rule py-2.5 font-serif">
                <TextLink href={`/handbook/${questionId}`}>
                  <MarkdownLazy text={title} className="inline [&>p]:inline" />
                </TextLink>
              </li>
            ))}
          </ul>
        </div>
      )}
    </section>
  )
}

/** What the handbook says to a question, or that it says nothing. */
export function AnswerView({ question, reply }: { readonly question: string; readonly reply: Reply }) {
  const t = useTranslations('ask')
  const failures = useTranslations('model.failures')
  const { found, answer, failure, passages } = reply
  if (!found) return <NotFound reply={reply} />
  return (
    <section aria-label={question} className="space-y-10">
      {answer && (
        <div className="space-y-3">
          <MarkdownLazy text={linkCitations(answer.text)} className="measure" />
          <p className="text-note text-ink-faint">{t('byModel', { model: answer.use.model })}</p>
        </div>
      )}
      {failure && (
        <p role="status" className="measure border-s-2 border-edge ps-4 text-ui text-ink-soft">
          {t('stoodIn', { reason: failures(failure) })}
        </p>
      )}
      <div>
        <h2 className="border-b border-edge pb-2 text-ui font-semibold">
          {t(answer ? 'restsOn' : 'handbookSays')}
        </h2>
        <ol>
          {passages.map((passage) => (
            <Quoted key={passage.number} passage={passage} />
          ))}
        </ol>
      </div>
    </section>
  )
}
