import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { MarginNote } from '@/app/ui/margin-note'
import { Mark } from '@/app/ui/mark'
import { RunningHead } from '@/app/ui/running-head'
import { Score } from '@/app/ui/score'
import { Sheet } from '@/app/ui/sheet'

/** What Viva does, shown: one answer with the examiner's marks on it. */
export function Specimen() {
  const t = useTranslations('home')
  return (
    <figure aria-label={t('specimenLabel')} className="space-y-3">
      <Sheet
        margin={
          <>
            <MarginNote verdict="covered">{t('specimenCovered')}</MarginNote>
            <MarginNote verdict="partial">{t('specimenPartial')}</MarginNote>
            <MarginNote verdict="contradicted">{t('specimenContradicted')}</MarginNote>
            <MarginNote verdict="missing">{t('specimenMissing')}</MarginNote>
          </>
        }
      >
        <div className="space-y-6">
          <RunningHead end={t('specimenNumber')}>{t('specimenTopic')}</RunningHead>
          <p className="font-serif text-lead font-semibold">{t('specimenQuestion')}</p>
          <p className="font-serif">
            {t.rich('specimenAnswer', {
              covered: (words: ReactNode) => <Mark verdict="covered">{words}</Mark>,
              partial: (words: ReactNode) => <Mark verdict="partial">{words}</Mark>,
              contradicted: (words: ReactNode) => (
                <Mark verdict="contradicted" strike={t('specimenStrike')}>
                  {String(words)}
                </Mark>
              ),
            })}
          </p>
          <Score value={41} band="weak" />
        </div>
      </Sheet>
      <figcaption className="text-note text-ink-faint">{t('specimenLabel')}</figcaption>
    </figure>
  )
}
