import { expect, test } from '@playwright/test'
import { languages } from '@/lib/domain/handbook/language'
import { openQuestion, theHandbook, untilReplied, viewOf, words } from './candidate'

for (const language of languages) {
  const t = words[language]

  test(`a whole interview from the set-up to the report, ${language}`, async ({ page }) => {
    await page.goto(`/${language}`)
    await page.getByRole('link', { name: t.home.start }).click()
    await page.getByRole('radio', { name: '3', exact: true }).first().click()
    await page.getByRole('button', { name: t.start.submit }).click()
    await page.waitForURL('**/interviews/*')
    const box = page.locator('#answer')
    await expect(box).toBeVisible()

    // A good answer: the reference itself. What follows goes deeper, or on.
    let view = await viewOf(page)
    const good = await openQuestion(view)
    await box.fill(good.answer[language].slice(0, 4000))
    await box.press('Enter')
    view = await untilReplied(page, view.messages.length)
    while (view.current?.questionId === good.id) {
      await page.getByRole('button', { name: t.interview.skip, exact: true }).click()
      view = await untilReplied(page, view.messages.length)
    }

    // A wrong one is followed up, without its correction being said.
    const weak = await openQuestion(view)
    await box.fill(
      weak.misconceptions[0]?.cues[0]?.find((cue) => /\s|[\p{Script=Han}]{4}/u.test(cue)) ??
        'It depends on the task, mostly.',
    )
    await box.press('Enter')
    view = await untilReplied(page, view.messages.length)
    expect(['probe', 'challenge', 'remark']).toContain(view.messages.at(-1)?.kind)
    expect(view.current?.questionId).toBe(weak.id)
    await page.getByRole('button', { name: t.interview.skip, exact: true }).click()
    view = await untilReplied(page, view.messages.length)

    // An empty one is sent on purpose only, and remarked on.
    await box.press('Enter')
    await expect(page.getByText(t.interview.bare)).toBeVisible()
    await page.getByRole('button', { name: t.interview.sendEmpty }).click()
    view = await untilReplied(page, view.messages.length)
    expect(view.messages.at(-1)?.kind).toBe('remark')

    await page.getByRole('button', { name: t.interview.end, exact: true }).click()
    await page.getByRole('button', { name: t.interview.confirm.end.yes }).click()
    await page.getByRole('link', { name: t.interview.readReport }).click()
    await page.waitForURL('**/report')
    await expect(page.locator('mark').first()).toBeVisible()
    await expect(page.getByText(t.report.reference).first()).toBeVisible()

    await page.goto(`/${language}`)
    await expect(page.getByText(t.home.recentTitle, { exact: true })).toBeVisible()
    await expect(page.getByRole('link', { name: /report|报告/i }).first()).toBeVisible()
  })
}

test('a weak answer is followed by a probe, and a hint and a clarification are given', async ({ page }) => {
  await page.goto('/en/start')
  const data = { language: 'en', topics: ['optimizers'], questions: 1, difficulty: 1 }
  const { id } = (await (await page.request.post('/api/interviews', { data })).json()) as { id: string }
  await page.goto(`/en/interviews/${id}`)
  const t = words.en
  let view = await viewOf(page)
  const question = await openQuestion(view)
  await page.locator('#answer').fill(question.keyPoints[0]?.claim.en ?? '')
  await page.getByRole('button', { name: t.interview.send, exact: true }).click()
  view = await untilReplied(page, view.messages.length)
  expect(view.messages.at(-1)?.kind).toBe('probe')
  await expect(page.getByText(t.kinds.probe).first()).toBeVisible()
  for (const [button, kind] of [
    [t.interview.hint, 'hint'],
    [t.interview.clarify, 'clarification'],
  ] as const) {
    await page.getByRole('button', { name: button, exact: true }).click()
    view = await untilReplied(page, view.messages.length)
    expect(view.messages.at(-1)?.kind).toBe(kind)
  }
})

test('in practice mode an answer is marked at once', async ({ page }) => {
  const t = words.en
  await page.goto('/en')
  const data = { language: 'en', topics: ['attention'], questions: 1, mode: 'practice' }
  const { id } = (await (await page.request.post('/api/interviews', { data })).json()) as { id: string }
  await page.goto(`/en/interviews/${id}`)
  const view = await viewOf(page)
  await page.locator('#answer').fill((await openQuestion(view)).answer.en.slice(0, 3000))
  await page.getByRole('button', { name: t.interview.send, exact: true }).click()
  await expect(page.locator('mark').first()).toBeVisible()
})

for (const language of languages)
  test(`a round is taken as it is, ${language}`, async ({ page }) => {
    const t = words[language]
    await page.goto(`/${language}/start`)
    const round = page
      .getByRole('listitem')
      .filter({ has: page.getByRole('button', { name: t.rounds.take }) })
    expect(await round.count()).toBeGreaterThanOrEqual(8)
    await round.first().getByText(t.rounds.about).click()
    await expect(round.first().getByText(t.rounds.probes)).toBeVisible()
    await round.first().getByRole('button', { name: t.rounds.take }).click()
    await page.waitForURL('**/interviews/*')
    const loops = [...(await theHandbook()).loops.values()]
    const first = (await viewOf(page)).current?.questionId
    expect(loops[0]?.picks[0]?.questionId).toBe(first)
    await expect(page.locator('#answer')).toBeVisible()
  })
