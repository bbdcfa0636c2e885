import { useTranslations } from 'next-intl'
import type { PackProblem } from '@/lib/domain/handbook/pack/problem'

interface Props {
  readonly problems: readonly PackProblem[]
  /** How many there are in all. */
  readonly count: number
}

/** What is wrong with a pack: file, line, field and what to do. */
export function ProblemsTable({ problems, count }: Props) {
  const t = useTranslations('packs')
  return (
    <div className="space-y-2">
      <div role="region" aria-label={t('problemsTitle', { count })} tabIndex={0} className="overflow-x-auto">
        <table className="w-full border-collapse text-start text-ui">
          <thead className="max-sm:sr-only">
            <tr className="border-b border-edge text-note text-ink-soft">
              {(['file', 'line', 'field', 'problem'] as const).map((column) => (
                <th key={column} scope="col" className="py-2 pe-4 text-start font-semibold">
                  {t(column)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {problems.map(({ file, line, field, code, values }, index) => (
              <tr
                key={index}
                className="border-b border-rule align-baseline max-sm:flex max-sm:flex-wrap max-sm:items-baseline max-sm:gap-x-4 max-sm:py-2"
              >
                <td className="py-2 pe-4 font-mono text-note wrap-anywhere max-sm:p-0 sm:min-w-28">
                  {file || '–'}
                </td>
                <td className="figures py-2 pe-4 max-sm:p-0">{line ?? '–'}</td>
                <td className="py-2 pe-4 font-mono text-note wrap-anywhere max-sm:p-0 sm:min-w-28">
                  {field || '–'}
                </td>
                <td className="py-2 max-sm:w-full max-sm:p-0">{t(`problems.${code}`, { ...values })}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {count > problems.length && (
        <p className="text-note text-ink-faint">{t('problemsMore', { count: count - problems.length })}</p>
      )}
    </div>
  )
}
