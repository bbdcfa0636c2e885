import { useTranslations } from 'next-intl'
import { bands } from '@/lib/domain/grading/band'
import { verdictKinds } from '@/lib/domain/grading/grade'
import { Badge } from '@/app/ui/badge'
import { MarginNote } from '@/app/ui/margin-note'
import { Mark } from '@/app/ui/mark'
import { RunningHead } from '@/app/ui/running-head'
import { Score } from '@/app/ui/score'
import { ScoreScale } from '@/app/ui/score-scale'
import { Sheet } from '@/app/ui/sheet'
import { Verdict } from '@/app/ui/verdict'
import { Section } from './section'

const scores = { strong: 91, good: 72, fair: 50, weak: 31, poor: 0 } as const

/** The examiner's marks and scores. */
export function Markings() {
  const t = useTranslations('styleguide')
  const home = useTranslations('home')
  const kinds = useTranslations('kinds')
  return (
    <>
      <Section title={t('marks')}>
        <div className="flex flex-wrap gap-6">
          {verdictKinds.map((verdict) => (
            <Verdict key={verdict} verdict={verdict} />
          ))}
        </div>
        <RunningHead end={home('specimenNumber')}>{home('specimenTopic')}</RunningHead>
        <Sheet margin={<MarginNote verdict="missing">{home('specimenMissing')}</MarginNote>}>
          <div className="space-y-5 font-serif">
            <p>
              <Mark verdict="covered">{home('specimenCovered')}</Mark>
            </p>
            <p>
              <Mark verdict="partial">{home('specimenPartial')}</Mark>
            </p>
            <p>
              <Mark verdict="contradicted" strike="softmax">
                {home('specimenContradicted')}
              </Mark>
            </p>
            <p>
              <Mark verdict="covered">
                {home('specimenCovered')} <Mark verdict="contradicted">{home('specimenPartial')}</Mark>
              </Mark>
            </p>
          </div>
        </Sheet>
        <div className="flex flex-wrap gap-2">
          {(['question', 'probe', 'dive', 'challenge', 'skip'] as const).map((kind) => (
            <Badge key={kind}>{kinds(kind)}</Badge>
          ))}
        </div>
      </Section>
      <Section title={t('scores')}>
        <Score size="large" value={72} uncertainty={9} band="good" />
        <div className="max-w-xl">
          <ScoreScale value={72} uncertainty={9} />
        </div>
        <div className="flex flex-wrap items-baseline gap-8">
          {bands.map((band) => (
            <Score key={band} value={scores[band]} band={band} />
          ))}
          <Score />
          <Score size="large" />
        </div>
      </Section>
    </>
  )
}
