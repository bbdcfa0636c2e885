import { getLocale, getTranslations } from 'next-intl/server'
import { Disclosure } from '@/app/ui/disclosure'
import { Markdown } from '@/app/ui/markdown'
import type { Loop } from '@/lib/domain/handbook/loop'
import { InterviewButton } from './interview-button'

async function Round({ loop }: { readonly loop: Loop }) {
  const t = await getTranslations('rounds')
  const locale = await getLocale()
  const { id, title, role, round, minutes, probes, picks, about } = loop
  return (
    <li className="grid gap-x-10 gap-y-3 border-b border-rule py-6 sm:grid-cols-[minmax(0,1fr)_auto] sm:items-start">
      <div className="min-w-0 space-y-2">
        <h3 className="font-serif text-lead">{title[locale]}</h3>
        <p className="text-ui text-ink-soft">
          {role[locale]} · {round[locale]}
        </p>
        <p className="figures text-note text-ink-faint">{t('size', { minutes, questions: picks.length })}</p>
        <Disclosure summary={t('about')}>
          <div className="measure space-y-4 text-ui">
            <Markdown text={about[locale]} />
            <p className="font-semibold">{t('probes')}</p>
            <ul className="list-disc space-y-1 ps-5 marker:text-ink-faint">
              {probes.map((probe) => (
                <li key={probe.en}>{probe[locale]}</li>
              ))}
            </ul>
          </div>
        </Disclosure>
      </div>
      <InterviewButton
        settings={{ language: locale, loop: id }}
        words={{ start: t('take'), starting: t('starting'), failed: t('failed') }}
      />
    </li>
  )
}

/** Rounds of job interviews that can be taken as they are. */
export async function Rounds({ loops }: { readonly loops: readonly Loop[] }) {
  if (loops.length === 0) return null
  const t = await getTranslations('rounds')
  return (
    <section id="rounds" aria-labelledby="rounds-title" className="scroll-mt-8 space-y-4">
      <div className="space-y-1.5">
        <h2 id="rounds-title" className="font-serif text-title font-semibold">
          {t('title')}
        </h2>
        <p className="measure text-ui text-ink-soft">{t('lead')}</p>
      </div>
      <ul className="border-t border-edge">
        {loops.map((loop) => (
          <Round key={loop.id} loop={loop} />
        ))}
      </ul>
    </section>
  )
}
