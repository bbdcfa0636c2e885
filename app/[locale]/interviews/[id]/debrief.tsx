import { getTranslations } from 'next-intl/server'
import { Disclosure } from '@/app/ui/disclosure'
import { Markdown } from '@/app/ui/markdown'
import type { Language } from '@/lib/domain/handbook/language'
import type { AskedQuestion } from '@/lib/domain/interview/events'
import { Practise } from '../../practice/practise'

interface Props {
  readonly question: AskedQuestion
  readonly language: Language
  /** The drill has ended, so that another one interrupts nothing. */
  readonly closed: boolean
}

/** What practice mode offers once a question is done: its reference answer, and the question again. */
export async function Debrief({ question, language, closed }: Props) {
  const t = await getTranslations('interview')
  const practice = await getTranslations('practice')
  return (
    <div className="space-y-3">
      <Disclosure summary={t('reference')}>
        <Markdown text={question.answer[language]} lang={language} headings={3} className="measure text-ui" />
      </Disclosure>
      {closed && <Practise questionIds={[question.id]} label={practice('tryAgain')} language={language} />}
    </div>
  )
}
