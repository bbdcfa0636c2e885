'use client'

import { useTranslations } from 'next-intl'
import { useRef, type ReactNode } from 'react'
import type { Language } from '@/lib/domain/handbook/language'
import { ErrorNote } from '@/app/ui/error-note'
import type { OfferedPart } from './offered-parts'
import { LengthRow } from './length-row'
import { Row } from './row'
import { MannerRows, SettingsRows } from './settings-rows'
import { Summary } from './summary'
import { TopicsRow } from './topics-row'
import { useDraft } from './use-draft'
import { useStart } from './use-start'

interface Props {
  readonly parts: readonly OfferedPart[]
  /** Language of the page, and of the interview unless another is chosen. */
  readonly language: Language
  /** Topics that are chosen to begin with, as far as they are on offer. */
  readonly asked: readonly string[]
  /** What stands under the topics. */
  readonly children?: ReactNode
}

export function StartForm({ parts, language, asked, children }: Props) {
  const t = useTranslations('start')
  const offer = { topics: parts.flatMap(({ topics }) => topics.map(({ id }) => id)), language }
  const { draft, change, keepIt, reset, changed } = useDraft(offer, asked)
  const topics = useRef<HTMLDivElement>(null)
  const { failure, pending, start, clear } = useStart({ onField: () => topics.current?.focus() })
  const edit: typeof change = (part) => {
    clear()
    change(part)
  }
  const errorOf = (field: string) => (failure?.field === field ? failure.text : undefined)
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        keepIt()
        void start(draft)
      }}
      className="grid gap-x-14 lg:grid-cols-[minmax(0,1fr)_17rem]"
    >
      <div className="min-w-0">
        <Row title={t('topics')} ref={topics}>
          <TopicsRow
            parts={parts}
            chosen={draft.topics}
            onChange={(chosen) => edit({ topics: chosen })}
            error={errorOf('topics')}
          >
            {children}
          </TopicsRow>
        </Row>
        <LengthRow
          parts={parts}
          draft={draft}
          onChange={edit}
          error={errorOf('questions') ?? errorOf('minutes')}
        />
        <SettingsRows draft={draft} onChange={edit} errorOf={errorOf} />
        <MannerRows draft={draft} onChange={edit} errorOf={errorOf} />
      </div>
      <Summary draft={draft} pending={pending} onReset={changed ? reset : undefined}>
        {failure && !failure.field && <ErrorNote title={t('errorTitle')}>{failure.text}</ErrorNote>}
      </Summary>
    </form>
  )
}
