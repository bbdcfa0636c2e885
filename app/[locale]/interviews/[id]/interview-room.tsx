'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useState, type ReactNode } from 'react'
import type { InterviewView, Message } from '@/lib/domain/interview/view'
import { ConfirmDialog } from '@/app/ui/confirm-dialog'
import { LinkButton } from '@/app/ui/link-button'
import { Composer } from './composer'
import { LiveExchange, ReadAloud } from './live-exchange'
import { Shortcuts } from './shortcuts'
import { TurnStatus } from './turn-status'
import { useDraft } from './use-draft'
import { useMinutes } from './use-clock'
import { useTurn } from './use-turn'

interface Props {
  readonly view: InterviewView
  readonly topicTitles: Readonly<Record<string, string>>
  /** The exchange so far, set on the server. */
  readonly children: ReactNode
}

/** Brings what is new into view. */
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

function EndDialog(props: { open: boolean; onOpenChange: (open: boolean) => void; onEnd: () => void }) {
  const t = useTranslations('interview')
  return (
    <ConfirmDialog
      open={props.open}
      onOpenChange={props.onOpenChange}
      title={t('endTitle')}
      description={t('endText')}
      confirm={t('endConfirm')}
      cancel={t('endCancel')}
      onConfirm={() => {
        props.onOpenChange(false)
        props.onEnd()
      }}
    />
  )
}

/** The part of the page that lives in the browser: what is said from now on, and the answer sheet. */
export function InterviewRoom({ view, topicTitles, children }: Props) {
  const t = useTranslations('interview')
  const draft = useDraft(view.id)
  const [ending, setEnding] = useState(false)
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
  return (
    <>
      {children}
      <div className="space-y-8" aria-busy={busy}>
        <LiveExchange {...{ messages, topicTitles }} language={view.language} planned={progress.planned} />
        <TurnStatus busy={busy} phase={live.turn.phase} refusal={refusal} onRetry={() => void retry()} />
      </div>
      <div id="exchange-end" className="scroll-mb-64" />
      <ReadAloud messages={messages} />
      {status === 'closed' ? (
        <p className="border-t border-rule pt-6">
          <LinkButton variant="primary" href={`/interviews/${view.id}/report`}>
            {t('readReport')}
          </LinkButton>
        </p>
      ) : (
        <Composer
          text={draft.text}
          onText={draft.setText}
          busy={busy}
          lang={view.language}
          time={left === undefined ? '' : t('minutesLeft', { count: left })}
          onAnswer={() => void answer()}
          onRequest={(kind) => void send(kind)}
          onEnd={() => setEnding(true)}
        />
      )}
      <EndDialog open={ending} onOpenChange={setEnding} onEnd={() => void send('end')} />
      <Shortcuts />
    </>
  )
}
