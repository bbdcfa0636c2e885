import { expect, test } from '@playwright/test'
import { begin, untilReplied, viewOf, words } from './candidate'

const t = words.zh

test('Enter that ends a Chinese composition sends nothing; the next one sends', async ({ page }) => {
  const view = await begin(page, 'zh')
  const box = page.locator('#answer')
  await box.focus()
  const keyboard = await page.context().newCDPSession(page)
  await keyboard.send('Input.imeSetComposition', { text: 'zhu yi li', selectionStart: 9, selectionEnd: 9 })
  // While composing, browsers report every key as 229.
  await keyboard.send('Input.dispatchKeyEvent', {
    type: 'rawKeyDown',
    key: 'Enter',
    code: 'Enter',
    windowsVirtualKeyCode: 229,
  })
  await keyboard.send('Input.dispatchKeyEvent', {
    type: 'keyUp',
    key: 'Enter',
    code: 'Enter',
    windowsVirtualKeyCode: 229,
  })
  await page.waitForTimeout(300)
  expect((await viewOf(page)).messages).toHaveLength(view.messages.length)
  await keyboard.send('Input.insertText', { text: '注意力是对值的加权平均' })
  await expect(box).toHaveValue(/注意力是对值的加权平均/)
  await page.waitForTimeout(200)
  await box.press('Enter')
  const after = await untilReplied(page, view.messages.length)
  expect(after.messages.find((m) => m.kind === 'answer')?.text).toContain('注意力是对值的加权平均')
})

test('Shift+Enter breaks the line and Enter on an empty box sends nothing', async ({ page }) => {
  const view = await begin(page, 'zh')
  const box = page.locator('#answer')
  await box.press('Enter')
  await expect(page.getByText(t.interview.bare)).toBeVisible()
  await box.fill('第一行')
  await box.press('Shift+Enter')
  await box.pressSequentially('第二行')
  await expect(box).toHaveValue('第一行\n第二行')
  expect((await viewOf(page)).messages).toHaveLength(view.messages.length)
})

test('a draft survives a reload, and is gone once it is sent', async ({ page }) => {
  const view = await begin(page, 'zh')
  const box = page.locator('#answer')
  await box.fill('写到一半的回答')
  await page.reload()
  await expect(box).toHaveValue('写到一半的回答')
  await box.press('Enter')
  await untilReplied(page, view.messages.length)
  await expect(box).toHaveValue('')
  await page.reload()
  await expect(box).toHaveValue('')
})

test('an answer that cannot be sent stays in the box and can be sent again, once', async ({ page }) => {
  const view = await begin(page, 'zh')
  const box = page.locator('#answer')
  await page.route('**/turns', (route) => route.abort())
  await box.fill('断网时的回答')
  await box.press('Enter')
  await expect(page.getByText(t.interview.failures.unreachable.title)).toBeVisible()
  await expect(box).toHaveValue('断网时的回答')
  await page.unroute('**/turns')
  await page
    .getByRole('button', { name: t.interview.retry })
    .or(page.getByRole('button', { name: t.interview.send, exact: true }))
    .first()
    .click()
  const after = await untilReplied(page, view.messages.length)
  expect(after.messages.filter((m) => m.kind === 'answer')).toHaveLength(1)
})

test('an answer of more than 20,000 characters is stopped before it is sent', async ({ page }) => {
  const view = await begin(page, 'zh')
  await page.locator('#answer').fill('长'.repeat(20_001))
  await expect(page.locator('#answer-error')).toBeVisible()
  await page.locator('#answer').press('Enter')
  await page.waitForTimeout(200)
  expect((await viewOf(page)).messages).toHaveLength(view.messages.length)
})

test('a reload right after sending shows the same conversation with nothing doubled', async ({ page }) => {
  const view = await begin(page, 'zh')
  await page.locator('#answer').fill('刷新之前发出的回答')
  const sent = page.waitForRequest('**/turns')
  await page.locator('#answer').press('Enter')
  await sent
  await page.reload()
  await untilReplied(page, view.messages.length)
  const { messages } = await viewOf(page)
  expect(messages.filter((m) => m.kind === 'answer')).toHaveLength(1)
  const last = messages.at(-1)?.text.slice(0, 8) ?? ''
  await expect(page.getByText('刷新之前发出的回答')).toHaveCount(1)
  await expect(page.locator('#main').getByText(last)).not.toHaveCount(0)
  await page.reload()
  await expect(page.getByText('刷新之前发出的回答')).toHaveCount(1)
})
