import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Checklist } from '@/app/ui/checklist'
import { FieldError } from '@/app/ui/field'
import { TextButton } from '@/app/ui/text-button'
import type { OfferedPart } from './offered-parts'

interface Props {
  readonly parts: readonly OfferedPart[]
  readonly chosen: readonly string[]
  readonly onChange: (chosen: readonly string[]) => void
  readonly error?: ReactNode
  readonly children?: ReactNode
}

/** The topics by part, with how many questions each has. */
export function TopicsRow({ parts, chosen, onChange, error, children }: Props) {
  const t = useTranslations('start')
  const every = parts.flatMap(({ topics }) => topics.map(({ id }) => id))
  const sum = (part: OfferedPart) => part.topics.reduce((total, { questions }) => total + questions, 0)
  return (
    <div
      className="space-y-7"
      role="group"
      aria-label={t('topics')}
      aria-describedby={error ? 'topics-error' : undefined}
    >
      <div className="-mt-2.5 -mb-3 -ms-2 flex flex-wrap gap-x-2">
        <TextButton onClick={() => onChange(every)}>{t('chooseAll')}</TextButton>
        <TextButton onClick={() => onChange([])}>{t('chooseNone')}</TextButton>
      </div>
      {error && <FieldError id="topics">{error}</FieldError>}
      {parts.map((part) => (
        <Checklist
          key={part.id}
          name={`part-${part.id}`}
          all={part.title}
          count={t('questionCount', { count: sum(part) })}
          items={part.topics.map(({ id, title, questions }) => ({ id, label: title, count: questions }))}
          chosen={new Set(chosen)}
          onChange={(next) => onChange(every.filter((id) => next.has(id)))}
        />
      ))}
      {children}
    </div>
  )
}
