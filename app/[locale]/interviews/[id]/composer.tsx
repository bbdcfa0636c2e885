import { useTranslations } from 'next-intl'
import { useRef, type CompositionEvent, type KeyboardEvent } from 'react'
import { Button } from '@/app/ui/button'
import { preloadMarkdown } from '@/app/ui/markdown-lazy'
import { TextButton } from '@/app/ui/text-button'
import { Textarea } from '@/app/ui/textarea'
import { countWords, longestAnswer } from './count-words'
import { isSendKey } from './send-key'

const requests = [
  ['hint-request', 'hint'],
  ['clarification-request', 'clarify'],
  ['skip', 'skip'],
] as const

interface Props {
  readonly text: string
  readonly onText: (text: string) => void
  readonly busy: boolean
  readonly lang: string
  readonly time: string
  readonly onAnswer: () => void
  readonly onRequest: (kind: (typeof requests)[number][0]) => void
  readonly onEnd: () => void
}

/** The answer sheet at the foot of the page, always at hand. */
export function Composer(props: Props) {
  const { text, onText, busy, lang, time, onAnswer, onRequest, onEnd } = props
  const t = useTranslations('interview')
  // Safari ends the composition before it reports the Enter that ended it.
  const composedAt = useRef(-Infinity)
  const length = [...text].length
  const tooLong = length > longestAnswer
  const empty = text.trim() === ''

  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>): void => {
    if (!isSendKey(event.nativeEvent, composedAt.current)) return
    event.preventDefault()
    if (!busy && !empty && !tooLong) onAnswer()
  }
  const onCompositionEnd = (event: CompositionEvent): void => {
    composedAt.current = event.timeStamp
  }
  return (
    <div className="no-print sticky bottom-0 z-10 -mx-5 border-t border-rule bg-paper px-5 pt-4 pb-3 sm:-mx-8 sm:px-8">
      <label htmlFor="answer" className="sr-only">
        {t('answerLabel')}
      </label>
      <Textarea
        id="answer"
        lang={lang}
        value={text}
        rows={3}
        placeholder={t('placeholder')}
        aria-describedby="answer-count"
        aria-invalid={tooLong || undefined}
        aria-keyshortcuts="Enter"
        className="max-h-[40dvh] min-h-24"
        onChange={(event) => onText(event.target.value)}
        onFocus={preloadMarkdown}
        onKeyDown={onKeyDown}
        onCompositionEnd={onCompositionEnd}
      />
      <div className="mt-2 flex flex-wrap items-center gap-x-1 gap-y-1">
        <p id="answer-count" className="figures me-auto font-sans text-note text-ink-faint">
          {tooLong ? t('tooLong', { length, most: longestAnswer }) : t('count', { count: countWords(text) })}
          {time && ` · ${time}`}
        </p>
        {requests.map(([kind, label]) => (
          <TextButton key={kind} disabled={busy} onClick={() => onRequest(kind)}>
            {t(label)}
          </TextButton>
        ))}
        <TextButton onClick={onEnd}>{t('end')}</TextButton>
        <Button
          variant={empty ? 'secondary' : 'primary'}
          pending={busy}
          disabled={tooLong}
          className="max-sm:w-full"
          onClick={onAnswer}
        >
          {busy ? t('sending') : empty ? t('sendEmpty') : t('send')}
        </Button>
      </div>
    </div>
  )
}
