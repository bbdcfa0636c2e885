import { expect, test, type Page } from '@playwright/test'
import { begin, openQuestion, takeTurn, untilReplied, viewOf, words } from './candidate'

const t = words.en
const turns = '**/api/interviews/*/turns'

/** Bodies of the turns that the page sends. */
function sentBy(page: Page): { turnId: string; text: string }[] {
  const sent: { turnId: string; text: string }[] = []
  page.on('request', (request) => {
    if (request.method() === 'POST' && request.url().endsWith('/turns'))
      sent.push(request.postDataJSON() as { turnId: string; text: string })
  })
  return sent
}

/** Every message of the interview stands on the page once. */
async function expectNothingDoubled(page: Page): Promise<void> {
  const { messages } = await viewOf(page)
  await expect(page.locator('#main [id^="said-"]')).toHaveCount(messages.length)
  for (const { id } of messages) await expect(page.locator(`[id="said-${id}"]`)).toHaveCount(1)
}

test('a stream that is cut off is joined again as the same turn, and nothing is doubled', async ({
  page,
}) => {
  const view = await begin(page, 'en')
  const sent = sentBy(page)
  await page.route(
    turns,
    async (route) => {
      const response = await route.fetch()
      const body = await response.text()
      await route.fulfill({ response, body: body.slice(0, body.indexOf('text-delta')) })
    },
    { times: 1 },
  )
  await page.locator('#answer').fill('Attention is a weighted average of the values.')
  await page.locator('#answer').press('Enter')
  await untilReplied(page, view.messages.length)
  await expect.poll(() => sent.length).toBe(2)
  expect(sent[1]).toEqual(sent[0])
  await expect(page.locator('#answer')).toHaveValue('')
  await expectNothingDoubled(page)
  await page.reload()
  await expectNothingDoubled(page)
})

test('a reload while the reply is under way shows the same conversation, nothing doubled', async ({
  page,
}) => {
  const view = await begin(page, 'en')
  const answered = new Promise<void>((resolve) => {
    // The server takes the turn and replies; the browser never hears of it.
    void page.route(turns, async (route) => {
      await route.fetch()
      resolve()
    })
  })
  await page.locator('#answer').fill('Attention is a weighted average of the values.')
  await page.locator('#answer').press('Enter')
  await answered
  await page.reload()
  await expect(page.locator('#answer')).toHaveValue('')
  expect((await viewOf(page)).messages.filter(({ kind }) => kind === 'answer')).toHaveLength(1)
  expect((await viewOf(page)).messages.length).toBeGreaterThan(view.messages.length)
  await expectNothingDoubled(page)
})

test('what failed and was changed since is sent as another turn, unchanged as the same', async ({ page }) => {
  await begin(page, 'en')
  const sent = sentBy(page)
  const box = page.locator('#answer')
  const failed = page.getByText(t.interview.failures.unreachable.title)
  await page.route(turns, (route) => route.abort())
  await box.fill('first')
  await box.press('Enter')
  await expect(failed).toBeVisible()
  await page.reload()
  await expect(box).toHaveValue('first')
  await box.press('Enter')
  await expect(failed).toBeVisible()
  expect(new Set(sent.map(({ turnId }) => turnId)).size).toBe(1)
  await box.fill('second')
  await expect(failed).toBeHidden()
  await box.press('Enter')
  await expect(failed).toBeVisible()
  expect(new Set(sent.map(({ turnId }) => turnId)).size).toBe(2)
})

test('a screen reader hears each finished message once', async ({ page }) => {
  const view = await begin(page, 'en', { questions: 2 })
  await page.evaluate(() => {
    const heard: string[] = []
    Object.assign(window, { heard })
    const region = document.querySelector('[aria-live="polite"]')
    if (region)
      new MutationObserver((changes) => {
        for (const node of changes.flatMap((change) => [...change.addedNodes]))
          heard.push(node.textContent ?? '')
      }).observe(region, { childList: true, subtree: true, characterData: true })
  })
  const question = await openQuestion(view)
  await page.locator('#answer').fill(question.keyPoints[0]?.claim.en ?? '')
  await page.locator('#answer').press('Enter')
  let now = await untilReplied(page, view.messages.length)
  await page.getByRole('button', { name: t.interview.skip, exact: true }).click()
  now = await untilReplied(page, now.messages.length)
  const spoken = now.messages.filter(({ role }) => role === 'interviewer').slice(1)
  expect(spoken.length).toBeGreaterThan(1)
  const heard = () => page.evaluate(() => (window as unknown as { heard: string[] }).heard)
  for (const { text } of spoken)
    await expect.poll(async () => (await heard()).filter((words) => words.includes(text)).length).toBe(1)
  expect(await page.locator('#main [aria-live]').count()).toBe(1)
})

test('an answer to a question that another tab has left is kept, and the page moves on', async ({ page }) => {
  const view = await begin(page, 'en', { questions: 3 })
  await takeTurn(page, view.id, 'skip')
  await page.locator('#answer').fill('An answer to the first question.')
  await page.locator('#answer').press('Enter')
  await expect(page.getByText(t.interview.failures['moved-on'].title)).toBeVisible()
  await expect(page.locator('#answer')).toHaveValue('An answer to the first question.')
  await expect(page.getByRole('heading', { level: 2 })).toHaveCount(2)
  expect((await viewOf(page)).messages.filter(({ kind }) => kind === 'answer')).toEqual([])
})

test('the report of a running interview keeps the open question shut', async ({ page }) => {
  const view = await begin(page, 'en', { questions: 2 })
  const question = await openQuestion(view)
  await takeTurn(page, view.id, 'answer', question.keyPoints[0]?.claim.en ?? '')
  await page.goto(`/en/interviews/${view.id}/report`)
  await expect(page.getByText(t.report.half)).toBeVisible()
  await expect(page.getByText(t.report.openNote)).toBeVisible()
  await expect(page.getByText(t.report.reference, { exact: true })).toHaveCount(0)
  await expect(page.getByText(t.report.gaps, { exact: true })).toHaveCount(0)
  await expect(page.getByText(t.report.studyNext, { exact: true })).toHaveCount(0)
  await page.getByRole('link', { name: t.report.continue }).click()
  await expect(page.locator('#answer')).toBeVisible()
})
