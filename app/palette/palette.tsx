'use client'

import { readingPlace } from '@/app/reading-place'
import { Command } from 'cmdk'
import { useLocale, useTranslations } from 'next-intl'
import { Dialog } from 'radix-ui'
import { useRef, useState } from 'react'
import type { Hit } from './fetch-hits'
import { MarkedText } from './marked-text'
import { matchLocal } from './match-local'
import { placeNames, type PlaceName, type PlaceNames } from './places'
import { Row, Rows } from './rows'
import { useGo } from './use-go'
import { useHits } from './use-hits'
import { useTopics } from './use-topics'

interface Props {
  readonly names: PlaceNames
  readonly onClose: () => void
}

const longestQuery = 300
const mostTopics = 5

interface QuestionProps {
  readonly hit: Hit
  readonly topic: string | undefined
  readonly onSelect: () => void
}

const Question = ({ hit: { questionId, excerpt }, topic, onSelect }: QuestionProps) => (
  <Row id={`question ${questionId}`} end={topic} onSelect={onSelect}>
    <span className="font-serif text-body">
      <MarkedText {...excerpt.title} />
    </span>
    <span className="line-clamp-2 text-note text-ink-soft">
      <MarkedText {...excerpt.passage} />
    </span>
  </Row>
)

/** Everything that a query leads to, questions first; without one, the pages and actions. */
function Found({ text, names, onClose }: Props & { readonly text: string }) {
  const t = useTranslations('palette')
  const locale = useLocale()
  const go = useGo(onClose)
  const { hits, query, failed } = useHits(text, locale)
  const topics = useTopics().map(({ id, title }) => ({ id, title, names: [title.zh, title.en] }))
  const places = placeNames.map((id: PlaceName) => ({ id, names: [names[id].zh, names[id].en] }))
  const asked = text.trim()
  const nearTopics = asked === '' ? [] : matchLocal(topics, asked).slice(0, mostTopics)
  const nearPlaces = matchLocal(places, asked)
  return (
    <>
      <p role="status" className="sr-only">
        {asked !== '' && query === asked && !failed && t('found', { count: hits.length })}
      </p>
      <Command.List
        className="max-h-[min(60dvh,32rem)] overflow-y-auto overscroll-contain pb-2"
        label={t('results')}
      >
        {asked !== '' && query !== asked && hits.length === 0 && (
          <p className="px-5 pt-3 text-ui text-ink-faint">{t('searching')}</p>
        )}
        {failed && <p className="px-5 py-3 text-ui text-contradicted">{t('failed')}</p>}
        <Rows heading={t('questions')}>
          {hits.map((hit) => (
            <Question
              key={hit.questionId}
              hit={hit}
              topic={topics.find(({ id }) => id === hit.topic)?.title[locale]}
              onSelect={() => go.to(readingPlace(hit.questionId))}
            />
          ))}
        </Rows>
        <Rows heading={t('topics')}>
          {nearTopics.map(({ id, title }) => (
            <Row key={id} id={`topic ${id}`} onSelect={() => go.to(`/handbook/${id}`)}>
              {title[locale]}
            </Row>
          ))}
        </Rows>
        <Rows heading={t('pages')}>
          {nearPlaces.map(({ id }) => (
            <Row key={id} id={`place ${id}`} onSelect={() => go.place(id)}>
              {names[id][locale]}
            </Row>
          ))}
          {asked !== '' && (
            <Row id="ask" onSelect={() => go.to(`/ask?q=${encodeURIComponent(asked)}`)}>
              {t('askThis', { text: asked })}
            </Row>
          )}
        </Rows>
      </Command.List>
    </>
  )
}

/** Search over questions, topics, pages and actions, by keyboard alone if one likes. */
export default function Palette({ names, onClose }: Props) {
  const t = useTranslations('palette')
  const [text, setText] = useState('')
  const opener = useRef<Element | null>(null)
  return (
    <Dialog.Root open onOpenChange={(open) => !open && onClose()}>
      <Dialog.Portal>
        <Dialog.Overlay className="fixed inset-0 z-40 bg-[#1f1c18]/45 dark:bg-black/65" />
        <Dialog.Content
          aria-describedby={undefined}
          onOpenAutoFocus={() => {
            opener.current = document.activeElement
          }}
          onCloseAutoFocus={(event) => {
            event.preventDefault()
            if (opener.current instanceof HTMLElement) opener.current.focus()
          }}
          className="fixed inset-x-3 top-[max(0.75rem,8dvh)] z-50 mx-auto max-w-2xl overflow-hidden rounded-md border border-rule bg-sheet font-sans outline-none"
        >
          <Dialog.Title className="sr-only">{t('title')}</Dialog.Title>
          <Command shouldFilter={false} loop label={t('title')}>
            <Command.Input
              value={text}
              onValueChange={setText}
              maxLength={longestQuery}
              placeholder={t('placeholder')}
              className="w-full border-b border-rule bg-transparent px-5 py-4 font-serif text-body outline-none placeholder:text-ink-faint"
            />
            <Found text={text} names={names} onClose={onClose} />
          </Command>
          <p aria-hidden className="border-t border-rule px-5 py-2 text-note text-ink-faint max-sm:hidden">
            {t('keys')}
          </p>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  )
}
