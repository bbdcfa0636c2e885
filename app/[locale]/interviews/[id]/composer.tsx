import { useTranslations } from 'next-intl'
import { useRef, useState, type CompositionEvent, type KeyboardEvent, type ReactNode, type Ref } from 'react'
import { Button } from '@/app/ui/button'
import { FieldError } from '@/app/ui/field'
import { preloadMarkdown } from '@/app/ui/markdown-lazy'
import { Textarea } from '@/app/ui/textarea'
import { answerSize, longestAnswer } from './answer-size'
import { isSendKey } from './send-key'

interface BoxProps {
  readonly ref: Ref<HTMLTextAreaElement>
  readonly text: string
  readonly onText: (text: string) => void
  /** Enter: send what is written; told when nothing is. */
  readonly onEnter: () => void
  readonly readOnly: boolean
  readonly lang: string
  readonly error: boolean
}

/** The box. Enter sends, Shift+Enter breaks the line, and Enter of an input method does neither. */
function Box({ ref, text, onText, onEnter, readOnly, lang, error }: BoxProps) {
  const t = useTranslations('interview')
  const composedAt = useRef(-Infinity)
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>): void => {
    if (event.key === 'Escape' && !event.nativeEvent.isComposing) event.currentTarget.blur()
    if (!isSendKey(event.nativeEvent, composedAt.current)) return
    event.preventDefault()
    onEnter()
  }
  return (
    <Textarea
      ref={ref}
      id="answer"
      lang={lang}
      value={text}
      rows={3}
      placeholder={t('placeholder')}
      readOnly={readOnly}
      aria-describedby={error ? 'answer-error answer-size' : 'answer-size'}
      aria-invalid={error || undefined}
      aria-keyshortcuts="Enter"
      className="max-h-[38dvh] min-h-22 sm:[@media(min-height:50rem)]:min-h-34"
      onChange={(event) => onText(event.target.value)}
      onFocus={preloadMarkdown}
      onKeyDown={onKeyDown}
      onCompositionEnd={(event: CompositionEvent) => {
        composedAt.current = event.timeStamp
      }}
    />
  )
}

interface Props {
  readonly ref: Ref<HTMLTextAreaElement>
  readonly label: ReactNode
  readonly text: string
  readonly onText: (text: string) => void
  readonly onSend: () => void
  /** A turn is under way: `sending` until it is saved, so that the text stands until it is safe. */
  readonly busy?: 'sending' | 'replying'
  /** Language of the interview. */
  readonly lang: string
  readonly clock: ReactNode
  /** Hint, clarify, skip, end. */
  readonly requests: ReactNode
}

/** The answer sheet: a wide box that grows, its figures, and the one red button. */
export function Composer(props: Props) {
  const { ref, label, text, onText, onSend, busy, lang, clock, requests } = props
  const t = useTranslations('interview')
  const [bare, setBare] = useState(false)
  const { words, characters, room } = answerSize(text)
  const empty = text.trim() === ''
  const send = (): void => {
    setBare(false)
    onSend()
  }
  const onEnter = (): void => {
    if (busy || room === 'none') return
    // An empty answer says something, too, so it is sent by its button and not by a slip of the finger.
    if (empty) setBare(true)
    else send()
  }
  const edit = (next: string): void => {
    setBare(false)
    onText(next)
  }
  const full = room === 'none'
  return (
    <div className="space-y-2">
      <div className="flex items-baseline justify-between gap-4 font-sans text-note text-ink-faint">
        <label htmlFor="answer">{label}</label>
        <p id="answer-size" className="figures flex shrink-0 gap-3">
          <span>
            {room === 'ample' ? t('count', { count: words }) : t('room', { characters, most: longestAnswer })}
          </span>
          {clock}
        </p>
      </div>
      <Box {...{ ref, text, lang, onEnter }} onText={edit} readOnly={busy === 'sending'} error={full} />
      {full && (
        <FieldError id="answer">
          {t('tooLong', { over: characters - longestAnswer, most: longestAnswer })}
        </FieldError>
      )}
      {bare && empty && (
        <p role="status" className="text-note text-ink-soft">
          {t('bare')}
        </p>
      )}
      <div className="flex flex-wrap items-center gap-x-1 gap-y-1">
        {requests}
        <Button
          variant={empty ? 'secondary' : 'primary'}
          pending={busy !== undefined}
          disabled={full}
          onClick={send}
          className="ms-auto min-w-24"
        >
          {busy ? t(busy) : empty ? t('sendEmpty') : t('send')}
        </Button>
      </div>
    </div>
  )
}
