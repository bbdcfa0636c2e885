import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Choice } from '@/app/ui/choice'
import { minuteChoices, questionChoices, type Draft } from './draft'
import type { OfferedPart } from './offered-parts'
import { Row } from './row'

interface Props {
  readonly parts: readonly OfferedPart[]
  readonly draft: Draft
  readonly onChange: (change: Partial<Draft>) => void
  readonly error?: ReactNode
}

const asOptions = (values: readonly number[]) => values.map((n) => ({ value: String(n), label: String(n) }))

/** How long: so many questions, or so many minutes. */
export function LengthRow({ parts, draft, onChange, error }: Props) {
  const t = useTranslations('start')
  const chosen = parts.flatMap(({ topics }) => topics).filter(({ id }) => draft.topics.includes(id))
  const available = chosen.reduce((total, { questions }) => total + questions, 0)
  const short = draft.lengthBy === 'questions' && available > 0 && available < draft.questions
  return (
    <Row title={t('length')}>
      <div className="flex flex-wrap gap-x-6 gap-y-3">
        <Choice
          name="length-by"
          legend={t('lengthBy')}
          legendHidden
          options={[
            { value: 'questions', label: t('byQuestions') },
            { value: 'minutes', label: t('byMinutes') },
          ]}
          value={draft.lengthBy}
          onChange={(lengthBy) => onChange({ lengthBy })}
        />
        {draft.lengthBy === 'questions' ? (
          <Choice
            name="questions"
            legend={t('questions')}
            legendHidden
            options={asOptions(questionChoices)}
            value={String(draft.questions)}
            onChange={(value) => onChange({ questions: Number(value) })}
            error={error}
          />
        ) : (
          <Choice
            name="minutes"
            legend={t('minutes')}
            legendHidden
            options={asOptions(minuteChoices)}
            value={String(draft.minutes)}
            onChange={(value) => onChange({ minutes: Number(value) })}
            error={error}
          />
        )}
      </div>
      {short && <p className="mt-3 text-note text-ink-faint">{t('fewerQuestions', { count: available })}</p>}
    </Row>
  )
}
