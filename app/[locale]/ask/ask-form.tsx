'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import type { Language } from '@/lib/domain/handbook/language'
import { Button } from '@/app/ui/button'
import { ErrorNote } from '@/app/ui/error-note'
import { StatusLine } from '@/app/ui/status-line'
import { TextButton } from '@/app/ui/text-button'
import { AnswerView } from './answer-view'
import { useAsk } from './use-ask'

interface Props {
  readonly language: Language
  /** Asked at once; empty for none. */
  readonly first: string
}

const longestQuestion = 500

/** A line for a question in one's own words, and below it what the handbook says. */
export function AskForm({ language, first }: Props) {
  const t = useTranslations('ask')
  const [text, setText] = useState(first)
  const { asked, ask } = useAsk(language, first)
  const submit = (question: string): void => {
    if (question === '') return
    // The address is the question's, to be kept or passed on.
    window.history.replaceState(null, '', `?q=${encodeURIComponent(question)}`)
    ask(question)
  }
  return (
    <div className="space-y-6">
      <form
        role="search"
        className="space-y-2"
        onSubmit={(event) => {
          event.preventDefault()
          submit(text.trim())
        }}
      >
        <label htmlFor="ask" className="block text-ui font-semibold">
          {t('label')}
        </label>
        <div className="flex flex-wrap items-start gap-3">
          <input
            id="ask"
            name="q"
            value={text}
            maxLength={longestQuestion}
            placeholder={t('placeholder')}
            autoComplete="off"
            onChange={(event) => setText(event.target.value)}
            className="touch min-w-0 flex-[1_1_18rem] rounded-sm border border-edge bg-sheet px-3 py-2 font-serif text-body placeholder:text-ink-faint"
          />
          <Button type="submit" variant="primary" pending={asked.state === 'asking'}>
            {t('ask')}
          </Button>
        </div>
        <StatusLine>{asked.state === 'asking' && t('asking')}</StatusLine>
      </form>
      {asked.state === 'failed' && (
        <ErrorNote
          title={t('failedTitle')}
          action={<TextButton onClick={() => submit(asked.question)}>{t('again')}</TextButton>}
        >
          {t('failed')}
        </ErrorNote>
      )}
      {asked.state === 'answered' && <AnswerView question={asked.question} reply={asked.reply} />}
    </div>
  )
}
