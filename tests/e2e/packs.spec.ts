import AxeBuilder from '@axe-core/playwright'
import { expect, test, type Page } from '@playwright/test'
import { languages, type Language } from '@/lib/domain/handbook/language'
import { untilReplied, viewOf, words } from './candidate'

const tables: Record<
  Language,
  { readonly text: string; readonly answers: Readonly<Record<string, string>> }
> = {
  en: {
    text: 'question,reference\n"What does a barometer measure?","The pressure of the air, with mercury or a sealed cell."\nWhat is a tide?,The sea rising and falling as the moon pulls on it.\n',
    answers: {
      'What does a barometer measure?': 'It measures the pressure of the air, for instance with mercury.',
      'What is a tide?': 'The sea rises and falls because the moon pulls on it.',
    },
  },
  zh: {
    text: '问题,参考答案\n气压计测量什么？,测量大气压力，常用水银或密封盒。\n什么是潮汐？,海水在月球引力作用下周期性涨落。\n',
    answers: {
      '气压计测量什么？': '气压计测量大气压力，比如用水银。',
      '什么是潮汐？': '潮汐是海水在月球引力下的周期性涨落。',
    },
  },
}

async function importing(page: Page, language: Language, name: string, text: string): Promise<void> {
  const t = words[language].packs
  await page
    .locator('input[type=file]')
    .first()
    .setInputFiles({ name: 'weather.csv', mimeType: 'text/csv', buffer: Buffer.from(text) })
  await page.getByLabel(t.name).fill(name)
  await page.getByRole('button', { name: t.import, exact: true }).click()
}

async function expectNoViolations(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([])
}

for (const language of languages) {
  const t = words[language]

  test(`a pack is imported, interviewed on, exported and deleted, ${language}`, async ({ page }) => {
    await page.goto(`/${language}/packs`)
    const name = language === 'zh' ? '天气与海洋' : 'Weather and sea'
    await importing(page, language, name, tables[language].text)
    const interview = page.getByRole('link', { name: t.packs.interviewOn.replace('{name}', name) })
    await expect(interview).toBeVisible()
    await expectNoViolations(page)

    await interview.click()
    await page.waitForURL('**/start?topics=pack-*')
    await expect(page.getByRole('checkbox', { checked: true, name: new RegExp(name) })).toBeVisible()
    await page.getByRole('button', { name: t.start.submit }).click()
    await page.waitForURL('**/interviews/*')
    let view = await viewOf(page)
    for (let asked = 0; asked < 2; asked++) {
      const question = view.messages.findLast(({ kind }) => kind === 'question')?.text ?? ''
      await page.locator('#answer').fill(tables[language].answers[question] ?? '')
      await page.locator('#answer').press('Enter')
      view = await untilReplied(page, view.messages.length)
      while (view.status === 'active' && view.progress.asked === asked + 1) {
        await page.getByRole('button', { name: t.interview.skip, exact: true }).click()
        view = await untilReplied(page, view.messages.length)
      }
    }
    await page.getByRole('link', { name: t.interview.readReport }).click()
    await page.waitForURL('**/report')
    await expect(page.locator('mark').first()).toBeVisible()
    await expect(page.getByText(name).first()).toBeVisible()

    await page.goto(`/${language}/packs`)
    const download = page.waitForEvent('download')
    await page.getByRole('link', { name: t.packs.exportNamed.replace('{name}', name) }).click()
    expect((await download).suggestedFilename()).toBe(`${name}.zip`)
    const exported = await (await download).path()

    await page.getByRole('button', { name: t.packs.deleteNamed.replace('{name}', name) }).click()
    await page.getByRole('button', { name: t.packs.confirmYes }).click()
    await expect(page.getByText(t.packs.noneTitle)).toBeVisible()

    await page.locator('input[type=file]').first().setInputFiles(exported)
    await page.getByRole('button', { name: t.packs.import, exact: true }).click()
    await expect(page.getByRole('button', { name: new RegExp(t.packs.delete) })).toBeVisible()
  })

  test(`what is wrong with a pack is told by file, line and field, ${language}`, async ({ page }) => {
    await page.goto(`/${language}/packs`)
    await importing(page, language, 'x', `${tables[language].text}"two\nlines",,\n`)
    const row = page.getByRole('row').nth(1)
    await expect(row).toContainText('weather.csv')
    await expect(row).toContainText('4')
    await expect(row).toContainText('reference')
    await expect(row).toContainText(t.packs.problems.missing)
    await expect(page.getByText(t.packs.noneTitle)).toBeVisible()
    await expectNoViolations(page)
  })
}

test('a pack is nobody else’s', async ({ page, browser }) => {
  await page.goto('/en/packs')
  await importing(page, 'en', 'Mine alone', tables.en.text)
  await expect(page.getByRole('button', { name: /Delete Mine alone/ })).toBeVisible()
  const { packs } = (await (await page.request.get('/api/packs')).json()) as { packs: { id: string }[] }
  const [{ id } = { id: '' }] = packs
  const stranger = await (await browser.newContext()).newPage()
  const at = (path: string): string => new URL(path, page.url()).href
  await stranger.goto(at('/en/packs'))
  await expect(stranger.getByText(words.en.packs.noneTitle)).toBeVisible()
  expect((await stranger.request.get(at(`/api/packs/${id}/export`))).status()).toBe(404)
  expect((await stranger.request.delete(at(`/api/packs/${id}`))).status()).toBe(404)
  const mine = await page.request.get('/api/handbook/search?q=barometer')
  expect(((await mine.json()) as { hits: { topic: string }[] }).hits[0]?.topic).toBe(`pack-${id}`)
})
