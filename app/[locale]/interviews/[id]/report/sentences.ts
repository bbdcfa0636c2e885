import { useLocale, useTranslations } from 'next-intl'
import type { Report } from '@/lib/domain/report/report'
import type { LetterFacts } from '@/lib/domain/report/letter-facts'

type Sentence = string | false | undefined

/**
 * The letter's paragraphs, composed from numbers: each sentence stands only where it has something to say, so a
 * report of one answer reads as naturally as one of thirty.
 */
export function useSentences(report: Report, facts: LetterFacts): string[] {
  const t = useTranslations('report')
  const join = useLocale() === 'zh' ? '' : ' '
  const { score, uncertainty = 0, band } = report
  const { asked, answered, skipped, points, total, recovered, standing, resolved } = facts
  const paragraphs: Sentence[][] = [
    [
      asked === answered ? t('answeredAll', { asked }) : t('answered', { answered, asked }),
      skipped > 0 && t('skippedLetter', { count: skipped }),
      score === undefined ? t('noScore') : t('scoreLetter', { score, band: band ?? 'poor' }),
      score !== undefined &&
        uncertainty > 0 &&
        t('rangeLetter', { from: Math.max(0, score - uncertainty), to: Math.min(100, score + uncertainty) }),
    ],
    [
      total > 0 &&
        t('pointsLetter', {
          ...{ total, covered: points.covered, partial: points.partial },
          missing: points.missing + points.contradicted,
        }),
      points.contradicted > 0 && t('contradictedLetter', { count: points.contradicted }),
      recovered > 0 && t('recoveredLetter', { count: recovered }),
    ],
    [
      standing > 0 && t('standingLetter', { count: standing }),
      resolved > 0 && t('resolvedLetter', { count: resolved }),
    ],
  ]
  return paragraphs.map((sentences) => sentences.filter(Boolean).join(join)).filter(Boolean)
}
