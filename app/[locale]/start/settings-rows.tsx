import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Choice } from '@/app/ui/choice'
import { difficultyChoices, languageChoices, mannerChoices, modeChoices, type Draft } from './draft'
import { Row } from './row'

interface Props {
  readonly draft: Draft
  readonly onChange: (change: Partial<Draft>) => void
  readonly errorOf: (field: string) => ReactNode
}

/** Mode and difficulty. */
export function SettingsRows({ draft, onChange, errorOf }: Props) {
  const t = useTranslations('start')
  return (
    <>
      <Row title={t('mode')}>
        <Choice
          name="mode"
          legend={t('mode')}
          legendHidden
          options={modeChoices.map((value) => ({ value, label: t(value), hint: t(`${value}Hint`) }))}
          value={draft.mode}
          onChange={(mode) => onChange({ mode })}
          error={errorOf('mode')}
        />
      </Row>
      <Row title={t('difficulty')}>
        <Choice
          name="difficulty"
          legend={t('difficulty')}
          legendHidden
          options={difficultyChoices.map((value) => ({
            value: String(value),
            label: value === 'adaptive' ? t('adaptive') : value,
          }))}
          value={String(draft.difficulty)}
          onChange={(value) =>
            onChange({
              difficulty: difficultyChoices.find((choice) => String(choice) === value) ?? 'adaptive',
            })
          }
          error={errorOf('difficulty')}
        />
        <p className="mt-3 text-note text-ink-faint">{t('difficultyHint')}</p>
      </Row>
    </>
  )
}

/** The interviewer's manner and the language. */
export function MannerRows({ draft, onChange, errorOf }: Props) {
  const t = useTranslations('start')
  const manners = useTranslations('manners')
  return (
    <>
      <Row title={t('manner')}>
        <Choice
          name="manner"
          legend={t('manner')}
          legendHidden
          options={mannerChoices.map((value) => ({
            value,
            label: manners(value),
            hint: manners(`${value}Hint`),
          }))}
          value={draft.manner}
          onChange={(manner) => onChange({ manner })}
          error={errorOf('manner')}
        />
      </Row>
      <Row title={t('language')}>
        <Choice
          name="language"
          legend={t('language')}
          legendHidden
          options={languageChoices.map((value) => ({ value, label: <span lang={value}>{t(value)}</span> }))}
          value={draft.language}
          onChange={(language) => onChange({ language })}
          error={errorOf('language')}
        />
      </Row>
    </>
  )
}
