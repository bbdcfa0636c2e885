import { useTranslations } from 'next-intl'
import { MarkdownLazy } from '@/app/ui/markdown-lazy'
import { QuestionHead, Said } from './said'
import type { LiveMessage } from './turn-stream'

interface Props {
  readonly messages: readonly LiveMessage[]
  readonly lang: string
  readonly planned: number
  readonly titles: Readonly<Record<string, string>>
}

/** Messages that came while the page was open, until the server has drawn them. */
export function LiveMessages({ messages, lang, planned, titles }: Props) {
  return messages.map((message) =>
    message.kind === 'question' ? (
      <QuestionHead
        key={message.id}
        message={message}
        topic={titles[message.topic ?? ''] ?? ''}
        planned={planned}
        lang={lang}
      >
        <MarkdownLazy text={message.text} />
      </QuestionHead>
    ) : (
      <Said key={message.id} message={message} lang={lang}>
        {message.role === 'candidate' ? (
          <p className="whitespace-pre-wrap">{message.text}</p>
        ) : (
          <MarkdownLazy text={message.text} />
        )}
      </Said>
    ),
  )
}

interface HeardProps {
  readonly live: readonly LiveMessage[]
  readonly lang: string
  readonly score?: number
}

/**
 * What a screen reader hears: each message of the interviewer once, when it is whole. Only those since the last
 * turn stand here, so that whoever reads on through the page does not meet everything twice.
 */
export function Heard({ live, lang, score }: HeardProps) {
  const t = useTranslations('interview')
  const kinds = useTranslations('kinds')
  const since = live.findLastIndex(({ role }) => role === 'candidate')
  const whole = live.slice(since + 1).filter(({ done }) => done)
  return (
    <div aria-live="polite" className="sr-only" data-heard>
      {score !== undefined && <p>{t('scoreHeard', { score })}</p>}
      {whole.map(({ id, kind, text }) => (
        <p key={id}>
          {kinds(kind)}: <span lang={lang}>{text}</span>
        </p>
      ))}
    </div>
  )
}
