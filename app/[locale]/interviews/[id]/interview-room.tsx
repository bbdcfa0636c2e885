'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useState, type ReactNode } from 'react'
import type { InterviewView, Message } from '@/lib/domain/interview/view'
import { ConfirmDialog } from '@/app/ui/confirm-dialog'
import { ErrorNote } from '@/app/ui/error-note'
import { LinkButton } from '@/app/ui/link-button'
import { MarkdownLazy } from '@/app/ui/markdown-lazy'
import { StatusLine } from '@/app/ui/status-line'
import { TextButton } from '@/app/ui/text-button'
import { Composer } from './composer'
import { Feedback } from './feedback'
import { MessageView } from './message-view'
import { Shortcuts } from './shortcuts'
import { useDraft } from './use-draft'
import { useMinutes } from './use-clock'
import { useTurn } from './use-turn'

interface Props {
  readonly view: InterviewView
  readonly topicTitles: Readonly<Record<string, string>>
  /** The exchange so far, set on the server. */
  readonly children: ReactNode
}

const phases = ['saved', 'grading', 'thinking'] as const

/** Brings a new question into view once its words are there. */
function useFollow(messages: readonly Message[]): void {
  const newest = messages.at(-1)?.id
  useEffect(() => {
    if (newest === undefined) return
    const calm = matchMedia('(prefers-reduced-motion: reduce)').matches
    document
      .getElementById('exchange-end')
      ?.scrollIntoView({ block: 'end', behavior: calm ? 'auto' : 'smooth' })
  }, [newest])
}

/** The part of the page that lives in the browser: what is said from now on, and the answer sheet. */
export function InterviewRoom({ view, topicTitles, children }: Props) {
  const t = useTranslations('interview')
  const draft = useDraft(view.id)
  const [ending, setEnding] = useState(false)
  const [helping, setHelping] = useState(false)
  const { messages, live, refusal, busy, send, retry } = useTurn(view, draft.forget)
  const minutes = useMinutes()
  useFollow(messages)

  const { status, progress } = live.status
  const left = progress.minutesLeft === undefined ? undefined : Math.max(0, progress.minutesLeft - minutes)
  const answer = async (): Promise<void> => {
    const written = draft.text
    draft.hand()
    const failed = await send('answer', written)
    if (failed && failed !== 'broken' && failed !== 'unreachable') draft.setText(written)
  }
  const spoken = messages.filter((m) => m.role === 'interviewer').at(-1)
  const { language } = view
  return (
    <>
      {children}
      <div className="space-y-8" aria-busy={busy}>
        {messages.map((message) => (
          <div key={message.id} className="space-y-8">
            <MessageView
              message={message}
              topicTitle={topicTitles[message.topic ?? '']}
              planned={progress.planned}
              language={language}
            >
              <MarkdownLazy
                text={message.text || (message.kind === 'answer' ? t('emptyAnswer') : '')}
                lang={language}
              />
            </MessageView>
            {message.feedback && <Feedback grade={message.feedback} />}
          </div>
        ))}
        <StatusLine
          done={live.turn.phase ? phases.indexOf(live.turn.phase) : 0}
          steps={busy ? phases.length : 0}
        >
          {busy && t(`phases.${live.turn.phase ?? 'sending'}`)}
        </StatusLine>
        {refusal && (
          <ErrorNote
            title={t(`refusals.${refusal}.title`)}
            action={
              (refusal === 'unreachable' || refusal === 'broken') && (
                <TextButton onClick={() => void retry()}>{t('retry')}</TextButton>
              )
            }
          >
            {t(`refusals.${refusal}.text`)}
          </ErrorNote>
        )}
      </div>
      <div id="exchange-end" className="scroll-mb-64" />
      <p aria-live="polite" className="sr-only">
        {spoken?.complete ? spoken.text : ''}
      </p>
      {status === 'closed' ? (
        <div className="border-t border-rule pt-6">
          <LinkButton variant="primary" href={`/interviews/${view.id}/report`}>
            {t('readReport')}
          </LinkButton>
        </div>
      ) : (
        <Composer
          text={draft.text}
          onText={draft.setText}
          busy={busy}
          lang={language}
          time={left === undefined ? '' : t('minutesLeft', { count: left })}
          onAnswer={() => void answer()}
          onHint={() => void send('hint-request')}
          onClarify={() => void send('clarification-request')}
          onSkip={() => void send('skip')}
          onEnd={() => setEnding(true)}
        />
      )}
      <ConfirmDialog
        open={ending}
        onOpenChange={setEnding}
        title={t('endTitle')}
        description={t('endText')}
        confirm={t('endConfirm')}
        cancel={t('endCancel')}
        onConfirm={() => {
          setEnding(false)
          void send('end')
        }}
      />
      <Shortcuts open={helping} onOpenChange={setHelping} />
    </>
  )
}
