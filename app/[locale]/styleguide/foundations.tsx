import { useTranslations } from 'next-intl'
import { Section } from './section'

const sizes = ['text-display', 'text-title', 'text-lead', 'text-body', 'text-ui', 'text-note'] as const

const colours = [
  ['paper', 'bg-paper'],
  ['sheet', 'bg-sheet'],
  ['rule', 'bg-rule'],
  ['edge', 'bg-edge'],
  ['ink-faint', 'bg-ink-faint'],
  ['ink-soft', 'bg-ink-soft'],
  ['ink', 'bg-ink'],
  ['pen', 'bg-pen'],
  ['pen-ink', 'bg-pen-ink'],
  ['covered', 'bg-covered'],
  ['partial', 'bg-partial'],
  ['missing', 'bg-missing'],
] as const

/** Type and colour. */
export function Foundations() {
  const t = useTranslations('styleguide')
  const home = useTranslations('home')
  return (
    <>
      <Section title={t('type')}>
        {sizes.map((size) => (
          <div key={size}>
            <p className="font-mono text-note text-ink-faint">{size}</p>
            <p
              className={`${size} ${size === 'text-ui' || size === 'text-note' ? 'font-sans' : 'font-serif'}`}
            >
              {home('specimenQuestion')}
            </p>
          </div>
        ))}
      </Section>
      <Section title={t('colour')}>
        <ul className="grid grid-cols-3 gap-4 sm:grid-cols-6">
          {colours.map(([name, fill]) => (
            <li key={name}>
              <div className={`h-14 rounded-sm border border-rule ${fill}`} />
              <p className="mt-1 font-mono text-note text-ink-soft">{name}</p>
            </li>
          ))}
        </ul>
      </Section>
    </>
  )
}
