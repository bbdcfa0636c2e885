import clsx from 'clsx'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { Language } from '@/lib/domain/handbook/language'
import type { Message } from '@/lib/domain/interview/view'
import { RunningHead } from '@/app/ui/running-head'

interface Props {
  readonly message: Omit<Message, 'text' | 'feedback'>
  readonly topicTitle?: string
  /** Of how many questions this one is. */
  readonly planned: number
  readonly language: Language
  /** The words, set. */
  readonly children: ReactNode
}

function Label({ children }: { readonly children: ReactNode }) {
  return <p className="font-sans text-note text-ink-faint">{children}</p>
}

/** One message of the exchange; a question stands large under its running head. */
export function MessageView({ message, topicTitle, planned, language, children }: Props) {
  const t = useTranslations('interview')
  const kinds = useTranslations('kinds')
  if (message.kind === 'question')
    return (
      <section id={`question-${message.number ?? 0}`} className="scroll-mt-6 space-y-5 pt-10 first:pt-0">
        <RunningHead end={t('questionOf', { number: message.number ?? 0, planned })}>
          {topicTitle}
        </RunningHead>
        <div role="heading" aria-level={2} lang={language} className="font-serif text-title">
          {children}
        </div>
      </section>
    )
  if (message.role === 'interviewer')
    return (
      <div className="space-y-1" lang={language}>
        <Label>{kinds(message.kind)}</Label>
        <div className={clsx('font-serif', message.kind !== 'remark' && 'text-lead')}>{children}</div>
      </div>
    )
  if (message.kind === 'answer')
    return (
      <div className="space-y-1 border-s-2 border-edge ps-4 sm:ps-6">
        <Label>{t('you')}</Label>
        <div className="font-serif">{children}</div>
      </div>
    )
  return (
    <div className="border-s-2 border-rule ps-4 sm:ps-6">
      <Label>{kinds(message.kind)}</Label>
      <div className="font-serif text-ink-soft">{children}</div>
    </div>
  )
}
