import { readFileSync } from 'node:fs'
import { randomUUID } from 'node:crypto'
import type { Page } from '@playwright/test'
import type messages from '@/app/messages/en.json'
import type { Language } from '@/lib/domain/handbook/language'
import type { Handbook, Question } from '@/lib/domain/handbook/question'
import type { InterviewView } from '@/lib/domain/interview/view'
import { loadHandbook } from '@/lib/edges/packs/load-handbook'

const read = (language: Language): typeof messages =>
  JSON.parse(readFileSync(`app/messages/${language}.json`, 'utf8')) as typeof messages

/** The words of the interface in a language. */
export const words: Record<Language, typeof messages> = { en: read('en'), zh: read('zh') }

let handbook: Promise<Handbook> | undefined

/** The handbook that the server has. */
export const theHandbook = (): Promise<Handbook> => (handbook ??= loadHandbook())

/** The question that is open, with its reference and rubric. */
export async function openQuestion(view: InterviewView): Promise<Question> {
  const question = (await theHandbook()).questions.get(view.current?.questionId ?? '')
  if (!question) throw new Error(`The handbook has no ${view.current?.questionId}`)
  return question
}

/** The interview as the API shows it to this browser. */
export const viewOf = async (page: Page): Promise<InterviewView> => {
  const id = /interviews\/([^/?#]+)/.exec(page.url())?.[1] ?? ''
  return (await page.request.get(`/api/interviews/${id}`)).json() as Promise<InterviewView>
}

/** Starts an interview by API with this browser's cookie and opens its page. */
export async function begin(
  page: Page,
  language: Language,
  settings: Record<string, unknown> = {},
): Promise<InterviewView> {
  const data = { language, topics: ['attention'], questions: 2, ...settings }
  const view = (await (await page.request.post('/api/interviews', { data })).json()) as InterviewView
  await page.goto(`/${language}/interviews/${view.id}`)
  return view
}

/** Takes a turn by API, for what happens before the part that a test looks at. */
export async function takeTurn(page: Page, id: string, kind: string, text = ''): Promise<void> {
  await page.request.post(`/api/interviews/${id}/turns`, { data: { turnId: randomUUID(), kind, text } })
}

/** Waits until the interviewer has replied to the last turn. */
export async function untilReplied(page: Page, messages: number): Promise<InterviewView> {
  for (;;) {
    const view = await viewOf(page)
    if (view.messages.length > messages && !view.pendingTurn && view.messages.at(-1)?.role === 'interviewer')
      return view
    await page.waitForTimeout(50)
  }
}
