import { useTranslations } from 'next-intl'
import { Progress as Bar } from '@/app/ui/progress'
import { StatusLine } from '@/app/ui/status-line'
import type { Progress } from './post-pack'

/** How far the import is: in words, and as a bar where there is a whole to measure it by. */
export function ImportProgress({ progress }: { readonly progress: Progress | undefined }) {
  const t = useTranslations('packs')
  if (!progress) return <StatusLine />
  const { phase, done, total } = progress
  const percent = total === undefined || total === 0 ? undefined : Math.floor((100 * done) / total)
  const text = phase === 'reading' ? t('reading', { count: done }) : t(phase, { percent: percent ?? 0 })
  return (
    <div className="space-y-2">
      <StatusLine>{text}</StatusLine>
      {percent !== undefined && <Bar label={t('progress')} value={percent} max={100} text={text} />}
    </div>
  )
}
