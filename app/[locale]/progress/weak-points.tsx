import { readingPlace } from '@/app/reading-place'
import { getLocale, getTranslations } from 'next-intl/server'
import { Markdown } from '@/app/ui/markdown'
import { TextLink } from '@/app/ui/text-link'
import type { Handbook } from '@/lib/domain/handbook/question'
import type { Localized } from '@/lib/domain/handbook/language'
import type { Progress } from '@/lib/domain/practice/progress'

interface ListProps {
  readonly id: string
  readonly title: string
  readonly none: string
  readonly rows: readonly {
    readonly key: string
    readonly claim: Localized
    readonly prompt: Localized
    readonly questionId: string
    readonly often: string
  }[]
}

async function List({ id, title, none, rows }: ListProps) {
  const locale = await getLocale()
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className="border-b border-edge pb-2 font-serif text-title font-semibold">
        {title}
      </h2>
      {rows.length === 0 && <p className="py-4 text-ui text-ink-faint">{none}</p>}
      <ul>
        {rows.map(({ key, claim, prompt, questionId, often }) => (
          <li key={key} className="space-y-1 border-b border-rule py-4">
            <Markdown text={claim[locale]} className="measure font-serif" />
            <p className="flex flex-wrap gap-x-4 text-note text-ink-faint">
              <span className="figures">{often}</span>
              <TextLink href={readingPlace(questionId)}>
                <Markdown text={prompt[locale]} className="inline [&>p]:inline" />
              </TextLink>
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}

interface Props {
  readonly handbook: Handbook
  readonly progress: Pick<Progress, 'weakest' | 'misconceptions'>
}

/** Key points that are left out and wrong claims that come back, each with its question. */
export async function WeakPoints({ handbook, progress }: Props) {
  const t = await getTranslations('progress')
  // What has left the handbook cannot be studied any more.
  const prompts = new Map([...handbook.questions].map(([id, { prompt }]) => [id, prompt]))
  const row = (id: string, claim: Localized, questionId: string, often: string) => {
    const prompt = prompts.get(questionId)
    return prompt ? [{ key: `${questionId} ${id}`, claim, prompt, questionId, often }] : []
  }
  return (
    <div className="grid gap-x-14 gap-y-12 lg:grid-cols-2">
      <List
        id="weakest"
        title={t('weakest')}
        none={t('none')}
        rows={progress.weakest.flatMap(({ keyPointId, claim, questionId, missed }) =>
          row(keyPointId, claim, questionId, t('missed', { count: missed })),
        )}
      />
      <List
        id="misconceptions"
        title={t('misconceptions')}
        none={t('none')}
        rows={progress.misconceptions.flatMap(({ misconceptionId, claim, questionId, times }) =>
          row(misconceptionId, claim, questionId, t('times', { count: times })),
        )}
      />
    </div>
  )
}
