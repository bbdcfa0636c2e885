import { useTranslations } from 'next-intl'
import type { Grade } from '@/lib/domain/grading/grade'
import { bandOf } from '@/lib/domain/grading/band'
import { Score } from '@/app/ui/score'
import { Verdict } from '@/app/ui/verdict'

const order = ['contradicted', 'covered', 'partial'] as const

/** What an answer came to, in practice mode: its score and the words that earned or cost it. */
export function Feedback({ grade }: { readonly grade: Grade }) {
  const t = useTranslations('interview')
  const missing = grade.verdicts.filter((v) => v.verdict === 'missing').length
  const proven = order.flatMap((kind) => grade.verdicts.filter((v) => v.verdict === kind && v.quote))
  return (
    <div className="space-y-3 border-s-2 border-rule ps-4 sm:ps-6">
      <p className="flex items-baseline gap-3 font-sans text-note text-ink-faint">
        {t('feedback')} <Score value={grade.score} band={bandOf(grade.score)} />
      </p>
      <ul className="space-y-2 font-sans text-ui">
        {proven.map((v) => (
          <li key={v.keyPointId} className="grid gap-x-4 sm:grid-cols-[8rem_1fr]">
            <Verdict verdict={v.verdict} />
            <q className="font-serif text-ink-soft">{v.quote}</q>
          </li>
        ))}
        {grade.misconceptions.map((m) => (
          <li key={m.misconceptionId} className="grid gap-x-4 sm:grid-cols-[8rem_1fr]">
            <Verdict verdict="contradicted" />
            <q className="font-serif text-ink-soft">{m.quote}</q>
          </li>
        ))}
      </ul>
      {missing > 0 && (
        <p className="font-sans text-ui text-ink-soft">{t('missingPoints', { count: missing })}</p>
      )}
    </div>
  )
}
