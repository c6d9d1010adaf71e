import { expect, type Locator, type Page } from '@playwright/test'
import { newcomer, signUp } from './journey'

/** Goes to another screen of the same team and year. */
export async function goTo(page: Page, screen: string): Promise<void> {
  await page.goto(page.url().replace(/[^/]+(\?.*)?$/, screen))
}

/** The plan of the first journey: KGI 120,000,000, Web alone, 0.9 / 30 / 40 / 25 %, 3,000,000 a deal. */
export async function planOneChannel(page: Page): Promise<void> {
  await goTo(page, 'plan')
  await page.getByLabel('KGI（目標売上）').fill('１２０，０００，０００円')
  await page.getByLabel('平均受注単価').fill('3,000,000')
  for (const [name, rate] of [
    ['訪問→リード率', '0.9'],
    ['リード→MQL率', '30%'],
    ['MQL→商談率', '40'],
    ['商談→受注率', '２５'],
  ] as const) {
    await page.getByLabel(name, { exact: true }).fill(rate)
  }
}

/** Makes the plan on the screen the active one. */
export async function activate(page: Page): Promise<void> {
  await page.getByRole('button', { name: '有効にする' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '有効にする' }).click()
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(page.getByRole('main').getByText('有効', { exact: true }).first()).toBeVisible()
}

/** Pastes a block as Excel copies it, with its first cell at the named one. Needs the clipboard's permission. */
export async function pasteAt(page: Page, cell: RegExp, block: readonly (readonly string[])[]): Promise<void> {
  await page.evaluate((text) => navigator.clipboard.writeText(text), block.map((row) => row.join('\t')).join('\r\n'))
  await page.getByRole('gridcell', { name: cell }).click()
  await page.keyboard.press('ControlOrMeta+V')
}

/** Texts of one line of a section in some columns, by the words that a reader sees. */
export async function lineOf(
  sheet: Locator,
  section: string,
  line: string,
  columns: readonly string[],
): Promise<string[]> {
  const heads = await sheet.getByRole('columnheader').allInnerTexts()
  const block = sheet
    .getByRole('rowgroup')
    .filter({ has: sheet.page().getByRole('rowheader', { name: new RegExp(`^${section}`) }) })
  const row = block
    .first()
    .getByRole('row')
    .filter({ has: sheet.page().getByRole('rowheader', { name: line, exact: true }) })
  const cells = row.first().getByRole('cell')
  const shift = heads.length - (await cells.count())
  return Promise.all(
    columns.map(async (column) => {
      const at = heads.findIndex((head) => head.replace(/\s+/g, ' ').startsWith(column)) - shift
      const snapshot = await cells.nth(at).ariaSnapshot()
      return /- cell "([^"]*)"/.exec(snapshot)?.[1] ?? ''
    }),
  )
}

/** Six months, each 12,000 visits, 100 leads, 30 MQLs, 12 opportunities, 3 won, 9,000,000 of revenue, 1,500,000 of cost. */
const MONTH = ['12000', '100', '30', '12', '3', '9000000', '1500000']
const HALF_YEAR = MONTH.map((value) => Array<string>(6).fill(value))

/** Somebody new, with the plan of the first journey and its first six months entered. Needs the clipboard's permission. */
export async function halfAYear(page: Page): Promise<void> {
  await signUp(page, newcomer('佐藤 健'))
  await planOneChannel(page)
  await activate(page)
  await goTo(page, 'actuals')
  await pasteAt(page, /^Web 訪問 2026年4月/, HALF_YEAR)
  await expect(page.getByText('42セルを保存しました')).toBeVisible()
}
