import { expect, test, type Page } from '@playwright/test'
import { languages, type Language } from '@/lib/domain/handbook/language'
import { openQuestion, untilReplied, viewOf, words } from './candidate'
import { letDaysPass } from './clock'

interface Cards {
  readonly due: number
  readonly cards: readonly { questionId: string; due: string; last?: { score: number; rating: string } }[]
}

const cardsOf = async (page: Page): Promise<Cards> => (await page.request.get('/api/cards')).json()

/** Answers the open question well, and goes on to the next one past whatever is asked in addition. */
async function answerWell(page: Page, language: Language): Promise<void> {
  let view = await viewOf(page)
  const question = await openQuestion(view)
  await page.locator('#answer').fill(question.answer[language].slice(0, 4000))
  await page.locator('#answer').press('Enter')
  view = await untilReplied(page, view.messages.length)
  while (view.status === 'active' && view.current?.questionId === question.id) {
    await page.getByRole('button', { name: words[language].interview.skip, exact: true }).click()
    view = await untilReplied(page, view.messages.length)
  }
}

for (const language of languages) {
  const t = words[language]

  test(`a topic is practised, becomes cards, and is reviewed, ${language}`, async ({ page }) => {
    await page.goto(`/${language}`)
    await page.getByRole('link', { name: t.nav.practice }).first().click()
    await page.locator('a[href$="/practice/overfitting"]').click()
    await expect(page.getByText(t.practice.levels.unseen).first()).toBeVisible()
    const number = language === 'en' ? '5 questions' : '5 题'
    await page.getByRole('button', { name: new RegExp(number) }).click()
    await page.waitForURL('**/interviews/*')
    const practised = new URL(page.url()).pathname.split('/').at(-1) ?? ''
    for (let n = 0; n < 3; n++) await answerWell(page, language)
    await page.getByRole('button', { name: t.interview.end, exact: true }).click()
    await page.getByRole('button', { name: t.interview.confirm.end.yes }).click()
    await expect(page.getByText(t.interview.ended)).toBeVisible()
    await expect(page.getByText(t.interview.reference, { exact: true }).first()).toBeVisible()

    await page.goto(`/${language}/practice/overfitting?level=known`)
    await expect(page.getByText(t.practice.levels.known, { exact: true }).nth(1)).toBeVisible()
    const { due, cards } = await cardsOf(page)
    expect([due, cards.length]).toEqual([0, 3])
    expect(cards.every(({ last }) => last?.rating === 'easy' || last?.rating === 'good')).toBe(true)

    // By hand: forgotten after all, and asked for at once.
    await page.goto(`/${language}/review`)
    await page.getByLabel(t.review.rated).first().selectOption('again')
    await expect
      .poll(async () => (await cardsOf(page)).cards.map(({ last }) => last?.rating))
      .toContain('again')
    await page.getByRole('button', { name: t.review.askSoon }).first().click()
    await expect.poll(async () => (await cardsOf(page)).due).toBe(1)

    // A year on, all three are due, and a session of them works the queue off.
    letDaysPass(practised, 365)
    await page.goto(`/${language}`)
    expect((await cardsOf(page)).due).toBe(3)
    await page.getByRole('button', { name: language === 'en' ? /^Review/ : /^复习/ }).click()
    await page.waitForURL('**/interviews/*')
    for (let left = 2; left >= 0; left--) {
      await answerWell(page, language)
      await expect.poll(async () => (await cardsOf(page)).due).toBe(left)
    }

    await page.goto(`/${language}/progress`)
    await expect(page.getByRole('heading', { name: t.progress.ability })).toBeVisible()
    const answers = page
      .getByRole('table', { name: t.progress.ability })
      .getByRole('cell', { name: '6', exact: true })
    await expect(answers).toBeVisible()
  })
}

test('a drill is found in one’s own words', async ({ page }) => {
  const t = words.en
  await page.goto('/en/practice')
  await page.getByLabel(t.practice.searchLabel).fill('how dropout keeps a network from memorising')
  await page.getByRole('button', { name: t.practice.find }).click()
  await expect(page.locator('a[href*="/handbook/overfitting/"]').first()).toBeVisible()
  const anki = await page.request.get('/api/cards?format=anki')
  expect(anki.headers()['content-disposition']).toContain('viva-cards.txt')
})
