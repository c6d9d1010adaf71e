import { type BrowserContext, expect, type Page, test } from '@playwright/test'
import { logIn, newcomer, signUp } from './journey'
import { goTo, pasteAt } from './year'

const cell = (page: Page, name: string) => page.getByRole('gridcell', { name: new RegExp(`^${name}`) })

async function openGrid(page: Page, context: BrowserContext) {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  const person = newcomer('佐藤 健')
  await signUp(page, person)
  await goTo(page, 'actuals')
  await expect(cell(page, 'Web リード 2026年4月')).toBeVisible()
  return person
}

/** Presses Tab until something of a role (and name), or what it holds, has the focus. */
async function tabTo(page: Page, role: 'gridcell' | 'combobox' | 'button', name?: string): Promise<void> {
  const all = page.getByRole(role, name === undefined ? {} : { name })
  const wanted = all.and(page.locator(':focus, :has(:focus)'))
  for (let i = 0; i < 80 && (await wanted.count()) === 0; i++) await page.keyboard.press('Tab')
  await expect(wanted).toHaveCount(1)
}

test('by keyboard alone: a range is filled, copied, blanked, undone and redone', async ({ page, context }) => {
  await openGrid(page, context)
  await tabTo(page, 'gridcell')
  await page.keyboard.press('ControlOrMeta+Home')
  // 既存, 営業独自, Web 訪問, Web リード
  for (let i = 0; i < 3; i++) await page.keyboard.press('ArrowDown')
  await expect(cell(page, 'Web リード 2026年4月').and(page.locator(':focus, :has(:focus)'))).toHaveCount(1)
  await page.keyboard.type('120')
  await page.keyboard.press('Enter')
  await page.keyboard.type('36')
  await page.keyboard.press('Enter')
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('ArrowUp')
  // Two rows, April to June: fill right, and read 合計・平均・個数.
  await page.keyboard.press('Shift+ArrowDown')
  await page.keyboard.press('Shift+ArrowRight')
  await page.keyboard.press('Shift+ArrowRight')
  await page.keyboard.press('ControlOrMeta+R')
  await expect(cell(page, 'Web リード 2026年6月')).toContainText('120')
  await expect(cell(page, 'Web MQL 2026年6月')).toContainText('36')
  await expect(page.getByRole('main')).toContainText('468')
  await page.keyboard.press('ControlOrMeta+C')
  expect((await page.evaluate(() => navigator.clipboard.readText())).trimEnd().split(/\r?\n/)).toEqual([
    '120\t120\t120',
    '36\t36\t36',
  ])
  await page.keyboard.press('Delete')
  await expect(cell(page, 'Web リード 2026年6月')).not.toContainText('120')
  await page.keyboard.press('ControlOrMeta+Z')
  await expect(cell(page, 'Web リード 2026年6月')).toContainText('120')
  await page.keyboard.press('ControlOrMeta+Y')
  await expect(cell(page, 'Web リード 2026年6月')).not.toContainText('120')
  await page.keyboard.press('ControlOrMeta+Z')
  await expect(page.getByText(/セルを保存しました/).first()).toBeVisible()
  await expect.poll(() => page.evaluate(() => sessionStorage.length)).toBe(0)
  await page.reload()
  await expect(cell(page, 'Web MQL 2026年5月')).toContainText('36')
  // April is closed without the mouse too: what is doubtful is asked once.
  await tabTo(page, 'gridcell')
  await tabTo(page, 'combobox', '締める月')
  await page.keyboard.press('Home')
  await tabTo(page, 'button', '4月を締める')
  await page.keyboard.press('Enter')
  await expect(page.getByText('4月まで締めました。')).toBeVisible()
})

test('what will not fit is shown before it is pasted; nothing changes until one chooses', async ({ page, context }) => {
  await openGrid(page, context)
  await pasteAt(page, /^Web リード 2026年4月/, [
    ['101', '約100', '103'],
    ['31', '32', '３３'],
  ])
  const preview = page.getByRole('dialog')
  await expect(preview).toContainText('貼り付けの確認')
  await expect(preview).toContainText('約100')
  await expect(cell(page, 'Web リード 2026年4月')).not.toContainText('101')
  await preview.getByRole('button', { name: '読める分を貼り付ける' }).click()
  await expect(cell(page, 'Web リード 2026年6月')).toContainText('103')
  await expect(cell(page, 'Web MQL 2026年6月')).toContainText('33')
  await expect(cell(page, 'Web リード 2026年5月')).not.toContainText('100')
})

test('two people in one cell: the second sees both values and chooses', async ({ page, context, browser }) => {
  const person = await openGrid(page, context)
  const other = await browser.newContext({ locale: 'ja-JP' })
  const second = await other.newPage()
  await logIn(second, person)
  await expect(second).toHaveURL(/overview$/)
  await second.goto(page.url())
  await expect(cell(second, 'Web 商談 2026年9月')).toBeVisible()
  await cell(page, 'Web 商談 2026年9月').click()
  await page.keyboard.type('33')
  await page.keyboard.press('Enter')
  await expect(page.getByText('1セルを保存しました').first()).toBeVisible()
  await cell(second, 'Web 商談 2026年9月').click()
  await second.keyboard.type('31')
  await second.keyboard.press('Enter')
  await expect(second.getByText('商談に2つの値があります')).toBeVisible()
  await second.getByRole('button', { name: '31で上書き' }).first().click()
  await expect(second.getByText(/セルを保存しました/).first()).toBeVisible()
  await page.reload()
  await expect(cell(page, 'Web 商談 2026年9月')).toContainText('31')
  await other.close()
})

test('offline: what was typed is kept, and saved once when the line is back', async ({ page, context }) => {
  await openGrid(page, context)
  await context.setOffline(true)
  await cell(page, 'Web リード 2026年4月').click()
  await page.keyboard.type('77')
  await page.keyboard.press('Enter')
  await expect(page.getByText(/未送信/)).toBeVisible()
  await context.setOffline(false)
  await expect(page.getByText('1セルを保存しました').first()).toBeVisible()
  await page.reload()
  await expect(cell(page, 'Web リード 2026年4月')).toContainText('77')
})

test('a session that ends while one types: what was typed is kept, and saved once after logging in again', async ({
  page,
  context,
  browser,
}) => {
  const person = await openGrid(page, context)
  const elsewhere = await browser.newContext({ locale: 'ja-JP' })
  const other = await elsewhere.newPage()
  await logIn(other, person)
  await expect(other).toHaveURL(/overview$/)
  await other.goto('/settings')
  await other.getByRole('button', { name: 'すべての端末からログアウト' }).click()
  await expect(other).toHaveURL(/\/login/)
  await elsewhere.close()
  await cell(page, 'Web リード 2026年4月').click()
  await page.keyboard.type('88')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/login\?next=/)
  let saves = 0
  page.on('request', (sent) => {
    if (sent.method() === 'POST' && sent.url().endsWith('/actuals')) saves += 1
  })
  await logIn(page, person, { stay: true })
  await expect(page).toHaveURL(/\/actuals$/)
  await expect(page.getByText('1セルを保存しました').first()).toBeVisible()
  await expect.poll(() => page.evaluate(() => sessionStorage.length)).toBe(0)
  await page.reload()
  await expect(cell(page, 'Web リード 2026年4月')).toContainText('88')
  expect(saves).toBe(1)
})

test('a channel’s month is entered by campaign or directly, never both', async ({ page, context }) => {
  await openGrid(page, context)
  await goTo(page, 'campaigns')
  await page.getByRole('button', { name: '施策を追加' }).first().click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('名前').fill('工場展 2026')
  await dialog.getByLabel('チャネル').selectOption({ label: '展示会' })
  await dialog.getByLabel('開始日').fill('2026-05-13')
  await dialog.getByRole('button', { name: '追加', exact: true }).click()
  await expect(page.getByText('「工場展 2026」を追加しました')).toBeVisible()
  await goTo(page, 'actuals')
  await page
    .getByRole('button', { name: /施策別に入力/ })
    .first()
    .click()
  await cell(page, '展示会 工場展 2026 リード 2026年5月').click()
  await page.keyboard.type('420')
  await page.keyboard.press('Enter')
  await expect(page.getByText('1セルを保存しました').first()).toBeVisible()
  // The channel's own row shows the sum and takes no entry of that month.
  await expect(cell(page, '展示会 リード 2026年5月')).toContainText('420')
  await cell(page, '展示会 リード 2026年5月').click()
  await page.keyboard.type('5')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('main')).toContainText('この月は施策別に入力済み')
  await page.reload()
  await expect(cell(page, '展示会 リード 2026年5月')).toContainText('420')
})
