import { readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from '@playwright/test'
import { canaryKey, modelLog, modelPort } from './servers'

test.use({ baseURL: `http://localhost:${modelPort}` })

const answer =
  'The canary-word scores are divided by the square root of the key dimension, so that the softmax does not saturate.'

/** Every file below a folder. */
const filesIn = (dir: string): string[] =>
  readdirSync(dir).flatMap((name) => {
    const file = path.join(dir, name)
    return statSync(file).isDirectory() ? filesIn(file) : [file]
  })

for (const language of ['en', 'zh'] as const)
  test(`a model interviews, grades and accounts for itself (${language})`, async ({ page, request }) => {
    const started = await page.request.post('/api/interviews', {
      data: { language, topics: ['attention'], questions: 1 },
    })
    const { id } = (await started.json()) as { id: string }
    await page.goto(`/${language}/interviews/${id}`)
    await page.getByRole('textbox').fill(answer)
    await page.keyboard.press('Enter')
    const said = async () =>
      ((await (await page.request.get(`/api/interviews/${id}`)).json()) as { messages: { id: string }[] })
        .messages
    await expect.poll(async () => (await said()).length).toBe(3)
    const last = page.locator(`#said-${(await said()).at(-1)?.id}`)
    await expect(last).toHaveCount(1)
    await expect(last).toContainText(/\S/)
    await page.reload()
    await expect(last).toHaveCount(1)
    await expect(last).toContainText(/\S/)

    const turn = { turnId: crypto.randomUUID(), kind: 'end' }
    await page.request.post(`/api/interviews/${id}/turns`, { data: turn })
    await page.goto(`/${language}/interviews/${id}/report`)
    const worded = language === 'en' ? 'Worded by stand-in' : '由 stand-in 根据'
    await expect(page.getByText(worded)).toBeVisible()
    await expect(page.getByText('Begin with what was left open.')).toBeVisible()
    const how = page
      .getByText(language === 'en' ? 'How this was graded: stand-in' : '评分过程：stand-in')
      .first()
    await how.click()
    await expect(page.getByText('grading-1').first()).toBeVisible()
    await expect(page.getByText(/US\$|\$0\.0/).first()).toBeVisible()

    const object = page.getByRole('button', { name: language === 'en' ? 'Disagree' : '我不同意' }).first()
    await object.click()
    await expect(page.getByText(language === 'en' ? /second, blind look/ : /重新盲评/).first()).toBeVisible()

    const report = (await (await page.request.get(`/api/interviews/${id}/report`)).json()) as {
      use: { calls: number; cost: number }
      questions: { grader: string }[]
    }
    expect(report.use.calls).toBeGreaterThanOrEqual(3)
    expect(report.use.cost).toBeGreaterThan(0)
    expect(report.questions[0]?.grader).toBe('stand-in')
    expect((await request.get(`/api/interviews/${id}/report`)).status()).toBe(404)
  })

test('neither key nor answers reach the browser’s files or the log', async ({ page }) => {
  const started = await page.request.post('/api/interviews', {
    data: { language: 'en', topics: ['attention'], questions: 1 },
  })
  const { id } = (await started.json()) as { id: string }
  const turn = { turnId: crypto.randomUUID(), kind: 'answer', text: answer }
  const stream = await (await page.request.post(`/api/interviews/${id}/turns`, { data: turn })).text()
  const html = await (await page.request.get(`/en/interviews/${id}`)).text()
  expect(stream + html).not.toContain(canaryKey)
  for (const file of filesIn('.next/static'))
    expect(readFileSync(file, 'utf8')).not.toContain('OPENAI_API_KEY')
  const log = readFileSync(modelLog, 'utf8')
  expect(log).not.toContain(canaryKey)
  expect(log).not.toContain('canary-word')
})
