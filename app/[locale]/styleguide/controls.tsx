'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '@/app/ui/button'
import { Checkbox } from '@/app/ui/checkbox'
import { Checklist } from '@/app/ui/checklist'
import { Choice } from '@/app/ui/choice'
import { Field, fieldControl } from '@/app/ui/field'
import { LinkButton } from '@/app/ui/link-button'
import { TextButton } from '@/app/ui/text-button'
import { TextLink } from '@/app/ui/text-link'
import { Textarea } from '@/app/ui/textarea'
import { Section } from './section'

function Buttons() {
  const t = useTranslations('start')
  const common = useTranslations('common')
  return (
    <>
      <div className="flex flex-wrap items-center gap-3">
        <Button variant="primary">{t('submit')}</Button>
        <Button variant="primary" pending>
          {t('submitting')}
        </Button>
        <Button variant="primary" disabled>
          {t('submit')}
        </Button>
      </div>
      <div className="flex flex-wrap items-center gap-3">
        <Button>{common('cancel')}</Button>
        <Button pending>{common('cancel')}</Button>
        <Button disabled>{common('cancel')}</Button>
        <LinkButton href="/styleguide">{t('title')}</LinkButton>
      </div>
      <div className="flex flex-wrap items-center gap-3">
        <TextButton>{common('tryAgain')}</TextButton>
        <TextButton disabled>{common('tryAgain')}</TextButton>
        <TextLink href="/styleguide">{t('title')}</TextLink>
      </div>
    </>
  )
}

function Fields() {
  const t = useTranslations('home')
  const start = useTranslations('start')
  const error = start('errorNoTopic')
  return (
    <div className="max-w-2xl space-y-8">
      <Field id="sg-plain" label={t('specimenQuestion')} hint={start('difficultyHint')}>
        <Textarea {...fieldControl({ id: 'sg-plain', hint: true })} placeholder={t('lead')} />
      </Field>
      <Field id="sg-error" label={t('specimenQuestion')} error={error}>
        <Textarea {...fieldControl({ id: 'sg-error', error })} defaultValue={t('specimenCovered')} />
      </Field>
      <Field id="sg-disabled" label={t('specimenQuestion')}>
        <Textarea id="sg-disabled" disabled defaultValue={t('specimenCovered')} />
      </Field>
    </div>
  )
}

function Choices() {
  const t = useTranslations('start')
  const manners = useTranslations('manners')
  const [level, setLevel] = useState('adaptive')
  const [manner, setManner] = useState('neutral')
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set(['covered', 'missing']))
  const verdicts = useTranslations('verdicts')
  const levels = ['adaptive', '1', '2', '3', '4', '5'].map((value) => ({
    value,
    label: value === 'adaptive' ? t('adaptive') : value,
  }))
  return (
    <>
      <Choice name="sg-level" legend={t('difficulty')} options={levels} value={level} onChange={setLevel} />
      <Choice
        name="sg-level-off"
        legend={t('difficulty')}
        options={levels}
        value="3"
        onChange={setLevel}
        disabled
        error={t('errorNoTopic')}
      />
      <Choice
        name="sg-manner"
        legend={t('manner')}
        options={(['friendly', 'neutral', 'demanding'] as const).map((value) => ({
          value,
          label: manners(value),
          hint: manners(`${value}Hint`),
        }))}
        value={manner}
        onChange={(value) => setManner(value)}
      />
      <Checklist
        name="sg-list"
        all={t('chooseAll')}
        count={12}
        items={(['covered', 'partial', 'contradicted', 'missing'] as const).map((id) => ({
          id,
          label: verdicts(id),
          count: 3,
        }))}
        chosen={chosen}
        onChange={setChosen}
      />
      <Checkbox label={t('chooseAll')} disabled />
    </>
  )
}

/** Everything that is pressed, written in or chosen from. */
export function Controls() {
  const t = useTranslations('styleguide')
  return (
    <>
      <Section title={t('buttons')}>
        <Buttons />
      </Section>
      <Section title={t('fields')}>
        <Fields />
      </Section>
      <Section title={t('choices')}>
        <Choices />
      </Section>
    </>
  )
}
