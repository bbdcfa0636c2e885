import clsx from 'clsx'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { RunningHead } from '@/app/ui/running-head'
import { Sheet } from '@/app/ui/sheet'
import type { Message } from '@/lib/domain/interview/view'

/** The element of a message, so that it can be brought into view. */
export const placeOf = (messageId: string): string => `said-${messageId}`

interface QuestionProps {
  readonly message: Pick<Message, 'id' | 'number'>
  readonly topic: string
  /** Of how many questions this one is. */
  readonly planned: number
  readonly lang: string
  readonly children: ReactNode
}

/** A question, large, under its running head. */
export function QuestionHead({ message, topic, planned, lang, children }: QuestionProps) {
  const t = useTranslations('interview')
  const { id, number = 1 } = message
  return (
    <div id={placeOf(id)} className="scroll-mt-6 scroll-mb-96 space-y-6">
      <RunningHead end={t('questionOf', { number, planned: Math.max(number, planned) })}>{topic}</RunningHead>
      <div
        role="heading"
        aria-level={2}
        lang={lang}
        className="font-serif text-title font-medium text-balance [&_p]:text-balance"
      >
        {children}
      </div>
    </div>
  )
}

/** What kind of message this is, small above it. */
function Label({ children }: { readonly children: ReactNode }) {
  return <p className="mb-1.5 font-sans text-note text-ink-faint">{children}</p>
}

/** Says that a model failed, and what stands in its place. */
function ModelNote({ message: { role, failure } }: { readonly message: Pick<Message, 'role' | 'failure'> }) {
  const t = useTranslations('model')
  if (!failure) return null
  const reason = t(`failures.${failure}`)
  return (
    <p className="mt-2 font-sans text-note text-ink-faint">
      {t(role === 'candidate' ? 'gradedOpen' : 'worded', { reason })}
    </p>
  )
}

/** Moves that ask for an answer of their own, and so stand out like a question. */
export const asks: readonly Message['kind'][] = ['probe', 'dive', 'challenge']

interface SaidProps {
  readonly message: Pick<Message, 'id' | 'role' | 'kind' | 'text' | 'failure'>
  readonly lang: string
  /** Notes in the margin of an answer. */
  readonly margin?: ReactNode
  readonly children: ReactNode
}

/** What the candidate or the interviewer said, other than a question. */
export function Said({ message, lang, margin, children }: SaidProps) {
  const t = useTranslations('interview')
  const kinds = useTranslations('kinds')
  const { id, role, kind, text } = message
  if (role === 'interviewer')
    return (
      <div id={placeOf(id)} className="scroll-mb-72 scroll-mt-6">
        <Label>{kinds(kind)}</Label>
        <div
          lang={lang}
          className={clsx('measure font-serif', asks.includes(kind) ? 'text-lead' : 'text-ink-soft')}
        >
          {children}
        </div>
        <ModelNote message={message} />
      </div>
    )
  if (kind !== 'answer')
    return (
      <div id={placeOf(id)} className="scroll-mb-72 text-ui text-ink-faint">
        <p>{t(`did.${kind as 'hint-request' | 'clarification-request' | 'skip' | 'end'}`)}</p>
        {text.trim() !== '' && (
          <p lang={lang} className="measure font-serif text-ink-soft">
            {text}
          </p>
        )}
      </div>
    )
  return (
    <div id={placeOf(id)} className="scroll-mb-72">
      <Label>{t('you')}</Label>
      <Sheet margin={margin}>
        {text.trim() === '' ? (
          <p className="font-serif text-ink-faint">{t('emptyAnswer')}</p>
        ) : (
          <div lang={lang} className="font-serif">
            {children}
          </div>
        )}
      </Sheet>
      <ModelNote message={message} />
    </div>
  )
}
