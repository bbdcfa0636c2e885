'use client'

import clsx from 'clsx'
import { useTranslations } from 'next-intl'
import { useRef, type ReactNode } from 'react'
import { Progress } from '@/app/ui/progress'
import type { InterviewView } from '@/lib/domain/interview/view'
import { Clock } from './clock'
import { Closed } from './closed'
import { Composer } from './composer'
import { FailureNote } from './failure-note'
import { Heard, LiveMessages } from './live-messages'
import { Requests } from './requests'
import { Shortcuts } from './shortcuts'
import { useFollow } from './use-follow'
import { useRoom } from './use-room'
import { Working } from './working'

export interface RoomProps {
  readonly interview: Pick<
    InterviewView,
    'id' | 'language' | 'status' | 'current' | 'progress' | 'pendingTurn' | 'mode'
  >
  /** A model works on the turns: they may take a while, and can be stopped. */
  readonly stoppable: boolean
  /** Ids of the messages that the server has drawn. */
  readonly seen: readonly string[]
  /** When the open question was asked. */
  readonly askedAt?: string
  /** When the time budget is spent. */
  readonly endsAt?: string
  /** Topic titles in the visitor's language. */
  readonly titles: Readonly<Record<string, string>>
  /** The questions that are done, set on the server. */
  readonly past: ReactNode
  /** The question under discussion, set on the server. */
  readonly children: ReactNode
}

/** One question's page. The open one is as tall as the window, so that it can stand at its head. */
function Leaf({ open, children }: { readonly open: boolean; readonly children: ReactNode }) {
  return (
    <div
      className={clsx(
        'space-y-8 pb-14',
        open && 'min-h-[calc(100dvh-19rem)] sm:[@media(min-height:50rem)]:min-h-[calc(100dvh-22rem)]',
      )}
    >
      {children}
    </div>
  )
}

type Live = ReturnType<typeof useRoom>

/** The exchange: what the server has set, and after it what has come since. */
function Exchange({ room, props }: { readonly room: Live; readonly props: RoomProps }) {
  const { state, fresh, status, progress, again } = room
  const { working, failure } = state
  const drawn = { lang: props.interview.language, planned: progress.planned, titles: props.titles }
  const leaves = [fresh.tail, ...fresh.next]
  return (
    <div aria-busy={working !== undefined}>
      {props.past}
      {leaves.map((messages, index) => {
        const last = index === leaves.length - 1
        return (
          <Leaf key={index === 0 ? 'drawn' : messages[0]?.id} open={last && status === 'active'}>
            {index === 0 && props.children}
            <LiveMessages messages={messages} {...drawn} />
            {last && working && (
              <Working
                phase={working.phase}
                kind={working.turn.kind}
                onStop={props.stoppable ? room.stop : undefined}
              />
            )}
            {last && failure && <FailureNote failure={failure} onRetry={again} />}
          </Leaf>
        )
      })}
    </div>
  )
}

/** The answer sheet at the foot of the window, with how far the interview is as its upper edge. */
function AnswerSheet({ room, props }: { readonly room: Live; readonly props: RoomProps }) {
  const t = useTranslations('interview')
  const box = useRef<HTMLTextAreaElement>(null)
  const { state, progress, current, draft, answer, request } = room
  const { working, live } = state
  const count = { number: progress.asked, planned: Math.max(progress.asked, progress.planned) }
  const askedAt = live.findLast(({ kind }) => kind === 'question')?.at ?? props.askedAt
  return (
    <div className="no-print sticky bottom-0 z-10 -mx-5 bg-paper px-5 pb-[max(0.75rem,env(safe-area-inset-bottom))] sm:-mx-8 sm:px-8">
      <Progress
        label={t('progress')}
        value={count.number}
        max={count.planned}
        text={t('questionOf', count)}
      />
      <div className="pt-3">
        <Composer
          ref={box}
          label={t('replyTo', { kind: current?.kind ?? 'question', number: count.number })}
          text={draft.text}
          onText={draft.write}
          busy={working && (working.phase === 'sending' ? 'sending' : 'replying')}
          lang={props.interview.language}
          clock={<Clock askedAt={askedAt} endsAt={props.endsAt} />}
          requests={
            <>
              <Requests
                busy={working !== undefined}
                written={draft.text.trim() !== ''}
                onRequest={(kind) => {
                  request(kind)
                  box.current?.focus()
                }}
              />
              <Shortcuts box={box} />
            </>
          }
          onSend={() => {
            answer()
            box.current?.focus()
          }}
        />
      </div>
    </div>
  )
}

/** The part of the page that lives in the browser: what is said from now on, and the answer sheet. */
export function Room(props: RoomProps) {
  const room = useRoom(props)
  const { live, score } = room.state
  const newest = live.at(-1)
  const question = live.findLast(({ kind }) => kind === 'question')
  useFollow({ question: question?.id, newest: newest?.id }, props.seen.at(-1))
  return (
    <>
      <Exchange room={room} props={props} />
      <Heard live={live} lang={props.interview.language} score={score} />
      {room.status === 'active' ? (
        <AnswerSheet room={room} props={props} />
      ) : (
        <Closed
          id={props.interview.id}
          justNow={newest?.kind === 'closing'}
          practice={props.interview.mode === 'practice'}
        />
      )}
    </>
  )
}
