import AxeBuilder from '@axe-core/playwright'
import { expect, test, type Page } from '@playwright/test'
import { languages, otherLanguage } from '@/lib/domain/handbook/language'
import { plain } from '@/lib/domain/text/plain'
import { loadHandbook } from '@/lib/edges/packs/load-handbook'
import { words } from './candidate'
import { modelPort } from './servers'

const id = 'attention/flash-attention'
const questionOf = async (questionId = id) => {
  const question = (await loadHandbook()).questions.get(questionId)
  if (!question) throw new Error(`The handbook has no ${questionId}`)
  return question
}

interface Node {
  readonly '@type': string | string[]
  readonly mainEntity?: { readonly name: string; readonly acceptedAnswer: { readonly text: string } }
}

const structuredData = async (page: Page): Promise<Node[]> => {
  const text = await page.locator('script[type="application/ld+json"]').textContent()
  return (JSON.parse(text ?? '') as { '@graph': Node[] })['@graph']
}

for (const language of languages) {
  const t = words[language]

  test(`the handbook leads to a question that tests before it tells (${language})`, async ({ page }) => {
    const question = await questionOf()
    await page.goto(`/${language}/handbook`)
    await page.locator(`main a[href$="/handbook/attention"]`).click()
    await page.locator(`main a[href$="/handbook/${id}"]`).click()
    await expect(page).toHaveURL(new RegExp(`/${language}/handbook/${id}$`))
    await expect(page).toHaveTitle(new RegExp(`${t.common.name}$`))
    await expect(page.locator('main h1')).toContainText('FlashAttention')
    await expect(page.locator('meta[name="description"]')).toHaveAttribute('content', /\S{5}/)

    const claim = page.locator('#key-points li').first()
    await expect(claim).toBeHidden()
    for (const section of ['key-points', 'misconceptions', 'answer', 'deep-dives']) {
      await expect(page.locator(`#${section} details`).first()).not.toHaveAttribute('open')
      await page.locator(`#${section} summary`).first().click()
    }
    await expect(page.locator('#key-points li')).toHaveCount(question.keyPoints.length)
    await expect(page.locator('#answer .katex').first()).toBeVisible()
    await claim.getByRole('checkbox').check()
    await expect(page.locator('#key-points [role=status]')).toContainText(
      language === 'en' ? `1 of ${question.keyPoints.length}` : `${question.keyPoints.length} 个要点`,
    )
    await expect(page.getByRole('region', { name: t.handbook.related }).getByRole('link')).toHaveCount(5)
  })

  test(`a question's page is whole without scripts, and its other language one click away (${language})`, async ({
    browser,
  }) => {
    const question = await questionOf()
    const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage()
    await page.goto(`/${language}/handbook/${id}`)
    await page.locator('#answer summary').first().click()
    await expect(page.locator('#answer')).toContainText('HBM')
    const [asked] = await structuredData(page)
    expect(asked?.['@type']).toContain('QAPage')
    expect(asked?.mainEntity?.name).toBe(plain(question.prompt[language]))
    expect(asked?.mainEntity?.acceptedAnswer.text).toBe(plain(question.answer[language]))
    const other = otherLanguage(language)
    await expect(page.locator(`link[rel="alternate"][hreflang="${other}"]`)).toHaveAttribute(
      'href',
      new RegExp(`/${other}/handbook/${id}$`),
    )
    await page.locator('main').getByRole('link', { name: t.handbook.inOther }).click()
    await expect(page).toHaveURL(new RegExp(`/${other}/handbook/${id}$`))
  })

  test(`a question of the handbook can be asked at once (${language})`, async ({ page }) => {
    await page.goto(`/${language}/handbook/${id}`)
    await page.getByRole('button', { name: t.handbook.askMe }).click()
    await page.waitForURL('**/interviews/*')
    await expect(page.locator('main')).toContainText('FlashAttention')
    await expect(page.locator('#answer')).toBeVisible()
  })

  test(`the palette finds a question by a paraphrase in the other language, by keyboard alone (${language})`, async ({
    page,
  }) => {
    await page.goto(`/${language}`)
    const open = page.getByRole('button', { name: t.palette.open })
    await open.focus()
    await page.keyboard.press('Control+k')
    const box = page.getByRole('combobox')
    await expect(box).toBeFocused()
    await box.fill(
      language === 'en'
        ? '像操作系统分页那样管理推理时的键值缓存'
        : 'manage the KV cahce in pages as an operating system does',
    )
    const hit = page.getByRole('option').filter({ hasText: 'PagedAttention' }).first()
    await expect(hit).toBeVisible()
    await expect(hit.locator('mark').first()).toBeVisible()
    expect(await page.getByRole('dialog').textContent()).not.toMatch(/\\[a-z]+|\$/)
    const { violations } = await new AxeBuilder({ page }).include('[role=dialog]').analyze()
    expect(violations.map(({ id: rule, nodes }) => `${rule}: ${nodes[0]?.html}`)).toEqual([])
    for (let presses = 0; presses < 8 && (await hit.getAttribute('aria-selected')) !== 'true'; presses++)
      await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await expect(page).toHaveURL(new RegExp(`/${language}/handbook/attention/paged-attention$`))
  })

  test(`the palette leads to topics, pages and actions, and closes (${language})`, async ({ page }) => {
    await page.goto(`/${language}/handbook`)
    const open = page.getByRole('button', { name: t.palette.open })
    await open.click()
    await page.getByRole('combobox').fill('atention')
    await expect(
      page.getByRole('group', { name: t.palette.topics }).getByRole('option').first(),
    ).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toBeHidden()
    await expect(open).toBeFocused()
    await open.click()
    await page.getByRole('combobox').fill(t.palette.places.language)
    await page.getByRole('option', { name: t.palette.places.language, exact: true }).click()
    await expect(page).toHaveURL(new RegExp(`/${otherLanguage(language)}/handbook$`))
  })

  test(`the handbook answers with its passages, and says when it does not (${language})`, async ({
    page,
  }) => {
    await page.goto(`/${language}/ask`)
    const ask = async (question: string) => {
      await page.locator('#ask').fill(question)
      await page.keyboard.press('Enter')
    }
    await ask(language === 'en' ? 'how does LoRA save memory when fine-tuning' : '为什么 LoRA 微调更省显存')
    await expect(page.getByRole('heading', { name: t.ask.handbookSays })).toBeVisible()
    await expect(page.locator('#passage-1')).toContainText('LoRA')
    await expect(page.locator('#passage-1 a').first()).toHaveAttribute('href', /\/handbook\//)
    await expect(page).toHaveURL(/\?q=/)
    await ask(language === 'en' ? 'how long must a duck stay in the oven' : '红烧肉怎么做才不腻')
    await expect(page.getByRole('heading', { name: t.ask.notFound })).toBeVisible()
    // What is asked by address is asked at once.
    await page.goto(`/${language}/ask?q=LoRA`)
    await expect(page.locator('#passage-1')).toBeVisible()
  })
}

test('a model answers from passages, and its citations are checked', async ({ page }) => {
  await page.goto(
    `http://localhost:${modelPort}/en/ask?q=${encodeURIComponent('what does FlashAttention save')}`,
  )
  const cited = page.locator('main').getByRole('link', { name: '[1]' })
  await expect(cited).toHaveAttribute('href', '#passage-1')
  await expect(page.locator('main')).not.toContainText('[9]')
  await expect(page.getByText(/Written by stand-in/)).toBeVisible()
})

test('what the handbook does not have is not there', async ({ page }) => {
  for (const path of ['/en/handbook/nothing', '/zh/handbook/attention/nothing', '/en/handbook/pack-x/y'])
    expect((await page.goto(path))?.status(), path).toBe(404)
  await expect(page.locator('h1')).toContainText(words.en.errors.notFoundTitle)
})
