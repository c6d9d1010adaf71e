import { expect, type Page } from '@playwright/test'

export type GivenFile = { readonly name: string; readonly content: Buffer }

export const textFile = (name: string, lines: readonly string[]): GivenFile => ({
  name,
  content: Buffer.from(`${lines.join('\r\n')}\r\n`),
})

type Reading = {
  /** A cell of the file that its preview must show. */
  readonly shows: string
  /** What values come to that nobody can guess, by the words of the screen. */
  readonly values?: Readonly<Record<string, string>>
}

/** From the file to the page that says what will be imported. Columns are taken as they are guessed. */
export async function readFile(page: Page, { name, content }: GivenFile, { shows, values = {} }: Reading) {
  // The file's field listens once the page is at rest.
  await page.goto('/data/import', { waitUntil: 'networkidle' })
  await page.locator('input[type=file]').setInputFiles({ name, mimeType: 'text/csv', buffer: content })
  const next = page.getByRole('button', { name: '次へ', exact: true })
  await expect(page.getByRole('cell', { name: shows, exact: true }).first()).toBeVisible()
  await next.click()
  await expect(page.getByRole('heading', { name: 'どの列を取り込むか' })).toBeVisible()
  await next.click()
  await expect(page.getByRole('heading', { name: 'どの列を取り込むか' })).toHaveCount(0)
  for (const [value, target] of Object.entries(values)) {
    await page.getByLabel(`${value} 取り込み先`).selectOption({ label: target })
  }
  await next.click()
  await expect(page.getByRole('heading', { name: '取り込む内容' })).toBeVisible()
}

/** Imports the rows that can be read, as many as are expected. */
export async function importRows(page: Page, count: number): Promise<void> {
  await page.getByRole('button', { name: `${count}行を取り込む` }).click()
  await expect(page.getByText(`${count}行を取り込みました`)).toBeVisible()
}

/** The texts of a row's cells in a small table of figures. */
export async function figuresOf(page: Page, table: string, row: RegExp): Promise<string[]> {
  const line = page.getByRole('table', { name: table, exact: true }).getByRole('row', { name: row })
  await expect(line.first()).toBeVisible()
  return (await line.first().getByRole('cell').allInnerTexts()).map((text) => text.trim())
}
