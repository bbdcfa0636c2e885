import { getLocale, getTranslations } from 'next-intl/server'
import { exampleTable } from './example-table'

const forms = ['table', 'json', 'questionFiles'] as const

/** What a pack is and what it can be made of, with a table to begin with. */
export async function Formats() {
  const t = await getTranslations('packs')
  const language = await getLocale()
  return (
    <aside aria-labelledby="formats" className="space-y-4 text-ui text-ink-soft">
      <h2 id="formats" className="font-semibold text-ink">
        {t('formats')}
      </h2>
      <dl className="space-y-3">
        {forms.map((form) => (
          <div key={form}>
            <dt className="font-semibold text-ink">{t(`${form}Title`)}</dt>
            <dd>{t(form)}</dd>
          </div>
        ))}
      </dl>
      <p>{t('limits')}</p>
      <a
        href={exampleTable(language)}
        download={language === 'zh' ? '题包示例.csv' : 'example-pack.csv'}
        className="touch inline-flex items-center rounded-sm underline decoration-edge decoration-1 underline-offset-4 hover:text-ink hover:decoration-ink"
      >
        {t('example')}
      </a>
    </aside>
  )
}
