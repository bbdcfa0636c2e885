import { getLocale, getTranslations } from 'next-intl/server'
import { buttonStyle } from '@/app/ui/button-style'
import { EmptyState } from '@/app/ui/empty-state'
import { visitor } from '@/app/visitor'
import { searchHandbook } from '@/lib/conduct/search-handbook'
import { drillSize } from '@/lib/domain/practice/drill'
import { masteries } from '@/lib/domain/practice/mastery'
import { wire } from '@/lib/wire'
import { loadPractice } from './load-practice'
import { Practise } from './practise'
import { QuestionRows } from './question-rows'

export const longestQuery = 300

/** What is asked for in one's own words, as a drill: the questions that hybrid search finds for it. */
async function Found({ text }: { readonly text: string }) {
  const t = await getTranslations('practice')
  const { handbook, attempts } = await loadPractice()
  const hits = await searchHandbook(await wire(), await visitor(), { text, k: drillSize })
  const questions = hits.flatMap(({ questionId }) => handbook.questions.get(questionId) ?? [])
  if (questions.length === 0)
    return <EmptyState title={t('nothingFound')}>{t('nothingFoundHint')}</EmptyState>
  return (
    <div className="space-y-5">
      <Practise
        questionIds={questions.map(({ id }) => id)}
        label={t('practise', { count: questions.length })}
        variant="primary"
      />
      <QuestionRows all={masteries(questions, attempts)} />
    </div>
  )
}

/** Asks in one's own words what to practise, and shows what there is on it. */
export async function SearchDrill({ text }: { readonly text: string }) {
  const t = await getTranslations('practice')
  return (
    <div className="space-y-6">
      <form role="search" action={`/${await getLocale()}/practice`} className="space-y-2">
        <label htmlFor="drill-text" className="block text-ui font-semibold">
          {t('searchLabel')}
        </label>
        <div className="flex flex-wrap items-start gap-3">
          <input
            id="drill-text"
            name="q"
            defaultValue={text}
            maxLength={longestQuery}
            placeholder={t('searchPlaceholder')}
            className="touch min-w-0 flex-[1_1_18rem] rounded-sm border border-edge bg-sheet px-3 py-2 font-serif text-body placeholder:text-ink-faint"
          />
          <button type="submit" className={buttonStyle('secondary')}>
            {t('find')}
          </button>
        </div>
      </form>
      {text !== '' && <Found text={text} />}
    </div>
  )
}
