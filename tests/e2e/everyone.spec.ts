import AxeBuilder from '@axe-core/playwright'
import { expect, test, type Page } from '@playwright/test'
import { languages } from '@/lib/domain/handbook/language'
import { begin, openQuestion, takeTurn, words } from './candidate'

/** An interview with a marked answer, a wrong one and a skipped question, that has ended. */
async function endedInterview(page: Page, language: 'zh' | 'en'): Promise<string> {
  const view = await begin(page, language, { questions: 3 })
  const question = await openQuestion(view)
  await takeTurn(page, view.id, 'answer', question.answer[language].slice(0, 3000))
  await takeTurn(page, view.id, 'skip')
  await takeTurn(page, view.id, 'answer', question.misconceptions[0]?.claim[language] ?? '')
  await takeTurn(page, view.id, 'end')
  return view.id
}

for (const language of languages)
  for (const theme of ['light', 'dark'] as const) {
    test(`axe finds nothing on any page, ${language}, ${theme}`, async ({ page }) => {
      test.setTimeout(180_000)
      await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' })
      const ended = await endedInterview(page, language)
      const running = await begin(page, language)
      const pages = [
        '',
        '/start',
        '/practice',
        '/practice/attention',
        '/review',
        '/progress',
        `/interviews/${running.id}`,
        `/interviews/${ended}`,
        `/interviews/${ended}/report`,
        '/styleguide',
        '/nothing',
      ]
      for (const path of pages) {
        await page.goto(`/${language}${path}`)
        await page.evaluate((t) => document.documentElement.setAttribute('data-theme', t), theme)
        const { violations } = await new AxeBuilder({ page }).analyze()
        const told = violations.map(({ id, nodes }) => `${path} ${id}: ${nodes[0]?.html}`)
        expect(told).toEqual([])
      }
    })
  }

test('no page scrolls sideways on a phone', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  const ended = await endedInterview(page, 'zh')
  const pages = ['', '/start', '/practice', '/practice/attention', '/review', '/progress']
  for (const path of [...pages, `/interviews/${ended}`, `/interviews/${ended}/report`]) {
    await page.goto(`/zh${path}`)
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    )
    expect(overflow, path).toBeLessThanOrEqual(0)
  }
})

test("another visitor's interview and report are not there", async ({ page, browser }) => {
  const { id } = await begin(page, 'en')
  const stranger = await (await browser.newContext()).newPage()
  for (const path of [`/en/interviews/${id}`, `/en/interviews/${id}/report`])
    expect((await stranger.goto(new URL(path, page.url()).href))?.status()).toBe(404)
})

test('a visitor is led to the language of the browser, and can switch it', async ({ browser }) => {
  for (const [locale, lang] of [
    ['zh-CN', 'zh'],
    ['en-GB', 'en'],
    ['fr-FR', 'en'],
  ] as const) {
    const page = await (await browser.newContext({ locale })).newPage()
    await page.goto('/')
    await expect(page.locator('html')).toHaveAttribute('lang', lang)
  }
  const page = await (await browser.newContext({ locale: 'en-GB' })).newPage()
  await page.goto('/en/start')
  await page.getByRole('link', { name: '中文' }).click()
  await expect(page).toHaveURL(/\/zh\/start/)
})

test('an interview can be held by keyboard alone', async ({ page }) => {
  await page.goto('/en')
  const t = words.en
  const tabTo = async (name: RegExp | string): Promise<void> => {
    const target = page.getByRole('link', { name }).or(page.getByRole('button', { name })).first()
    for (let presses = 0; presses < 60; presses++) {
      if (await target.evaluate((element) => element === document.activeElement)) return
      await page.keyboard.press('Tab')
    }
    throw new Error(`Tab does not lead to ${name}`)
  }
  await tabTo(t.home.start)
  await page.keyboard.press('Enter')
  await page.waitForURL('**/start')
  await tabTo(t.start.submit)
  await page.keyboard.press('Enter')
  await page.waitForURL('**/interviews/*')
  await page.locator('#answer').waitFor()
  await page.locator('body').press('/')
  await expect(page.locator('#answer')).toBeFocused()
  await page.keyboard.type('A weighted average of values.')
  await page.keyboard.press('Enter')
  await expect(page.locator('#answer')).toHaveValue('')
  await expect(page.locator('#answer')).toBeFocused()
})

test('the report is taken along as Markdown and JSON, and prints without the page around it', async ({
  page,
}) => {
  const id = await endedInterview(page, 'en')
  await page.goto(`/en/interviews/${id}/report`)
  for (const [name, ending] of [
    [words.en.report.md, '.md'],
    [words.en.report.json, '.json'],
  ] as const) {
    const download = page.waitForEvent('download')
    await page.getByRole('link', { name }).click()
    expect((await download).suggestedFilename()).toContain(ending)
  }
  await page.emulateMedia({ media: 'print' })
  await expect(page.locator('header').first()).toBeHidden()
  expect((await page.pdf({ format: 'A4' })).length).toBeGreaterThan(10_000)
})

test('a report is handed out under a link that a stranger can read until it is taken back', async ({
  page,
  browser,
}) => {
  const t = words.en
  const id = await endedInterview(page, 'en')
  await page.goto(`/en/interviews/${id}/report`)
  await page.getByText(t.shares.open).click()
  await page.getByRole('button', { name: t.shares.make }).click()
  const link = page.locator('a[href*="/shared/"]')
  await expect(link).toBeVisible()
  const address = (await link.getAttribute('href')) ?? ''
  const stranger = await (await browser.newContext()).newPage()
  await stranger.goto(address)
  await expect(stranger.getByText(t.shares.copy, { exact: true })).toBeVisible()
  await expect(stranger.locator('mark').first()).toBeVisible()
  expect(await stranger.content()).not.toContain(id)
  await expect(stranger.locator('meta[name="robots"]')).toHaveAttribute('content', /noindex/)
  await page.getByRole('button', { name: t.shares.revoke }).click()
  await expect(page.getByRole('button', { name: t.shares.revoke })).toBeHidden()
  expect((await stranger.goto(address))?.status()).toBe(404)
})

test('what to do until the interview is planned day by day', async ({ page }) => {
  const t = words.en
  const id = await endedInterview(page, 'en')
  await page.goto(`/en/interviews/${id}/report`)
  const day = new Date(Date.now() + 10 * 86_400_000).toISOString().slice(0, 10)
  await page.getByLabel(t.report.until).fill(day)
  await page.getByRole('button', { name: t.report.makePlan }).click()
  await expect(page.getByText(t.report.today, { exact: true })).toBeVisible()
  await page.getByRole('button', { name: t.report.toCards }).click()
  await expect(page.getByText(t.report.areCards)).toBeVisible()
  const { due } = (await (await page.request.get('/api/cards')).json()) as { due: number }
  expect(due).toBeGreaterThan(0)
})
