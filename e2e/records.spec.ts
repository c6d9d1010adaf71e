import { expect, type Page, test } from '@playwright/test'
import iconv from 'iconv-lite'
import { newcomer, signUp } from './journey'
import { activate, goTo, lineOf, planOneChannel } from './year'

/** As a Japanese Salesforce writes it, saved by Excel in Shift_JIS: five leads of Web, one of a source nobody knows, one faulty date. */
const LEADS = [
  'リード ID,会社名,リードソース,作成日,MQL日',
  '00Q1,㈱髙﨑製作所,Web,2026/09/01,2026/09/10',
  '00Q2,ABC商事,Web,2026/09/02,2026/09/20',
  '00Q3,港北化学,Web ,2026/09/03,',
  '00Q4,港北化学,Web,2026/08/31,2026/09/01',
  '00Q5,南製薬,Web,2026/08/30,',
  '00Q6,山手計器,ヤフオク,2026/09/05,',
  '00Q7,みどり工業,Web,2026/02/30,',
].join('\r\n')

const file = (text: string) => ({ name: 'leads.csv', mimeType: 'text/csv', buffer: iconv.encode(text, 'cp932') })

/** From the file to the page that says what will be imported. */
async function readFile(page: Page): Promise<void> {
  // The file's field listens once the page is at rest.
  await page.goto('/data/import', { waitUntil: 'networkidle' })
  await page.locator('input[type=file]').setInputFiles(file(LEADS))
  const next = page.getByRole('button', { name: '次へ', exact: true })
  await expect(page.getByRole('cell', { name: '㈱髙﨑製作所' })).toBeVisible()
  await next.click()
  await expect(page.getByRole('heading', { name: 'どの列を取り込むか' })).toBeVisible()
  await next.click()
  const unknown = page.getByLabel('ヤフオク 取り込み先')
  if ((await unknown.inputValue()) === '') await unknown.selectOption({ label: 'この行は取り込まない' })
  await next.click()
}

test('leads of a Salesforce export in Shift_JIS: read, imported, counted, undone; the same file again changes nothing', async ({
  page,
}) => {
  test.setTimeout(240_000)
  await signUp(page, newcomer('佐藤 健'))
  await planOneChannel(page)
  await activate(page)
  const home = page.url()

  await test.step('the faulty row is named with its reason, the good ones come in', async () => {
    await readFile(page)
    await expect(page.getByRole('main')).toContainText('2026/02/30')
    await expect(page.getByRole('main')).toContainText('存在しない日付です')
    await page.getByRole('button', { name: '5行を取り込む' }).click()
    await expect(page.getByText('5行を取り込みました')).toBeVisible()
  })

  await test.step('the same file again changes nothing', async () => {
    await readFile(page)
    await page.getByRole('button', { name: '5行を取り込む' }).click()
    await expect(page.getByText('取り込む前と変わりません')).toBeVisible()
  })

  // By hand: leads of September 3 (00Q1–3), of August 2 (00Q4–5); MQLs of September 3 (00Q1, 00Q2, 00Q4), of August 0.
  await test.step('counted from records, plan vs actual shows what the file holds', async () => {
    await page.goto('/settings/counting')
    for (const metric of ['リード', 'MQL']) {
      await page.getByLabel(`Webの${metric}の数え方`).selectOption({ label: '2026年8月から記録' })
      await expect(page.getByText('保存しました').first()).toBeVisible()
      await page.reload()
      await expect(page.getByLabel(`Webの${metric}の数え方`)).toHaveValue('2026-08')
    }
    await page.goto(home)
    await goTo(page, 'plan-vs-actual')
    const sheet = page.getByRole('table', { name: '指標別の計画と実績' })
    await expect(sheet).toBeVisible()
    expect(await lineOf(sheet, 'リード', '実績', ['8月', '9月', '通期'])).toEqual([
      '2',
      '3',
      expect.stringMatching(/^5/),
    ])
    expect(await lineOf(sheet, 'MQL', '実績', ['8月', '9月'])).toEqual(['0', '3'])
  })

  await test.step('the import is taken back whole', async () => {
    await page.goto('/data')
    // The newest stands first: the import that brought the rows is the last.
    await page.getByRole('button', { name: 'leads.csvの取り込みを取り消す' }).last().click()
    await page.getByRole('dialog').getByRole('button', { name: '取り消す', exact: true }).click()
    await expect(page.getByText('の取り込みを取り消しました').first()).toBeVisible()
    await page.goto(home)
    await goTo(page, 'plan-vs-actual')
    const sheet = page.getByRole('table', { name: '指標別の計画と実績' })
    await expect(sheet).toBeVisible()
    expect(await lineOf(sheet, 'リード', '実績', ['8月', '9月'])).toEqual(['未入力', '未入力'])
  })
})

test('a token writes and reads by the API, and nothing after it is revoked', async ({ page, request, baseURL }) => {
  await signUp(page, newcomer('山本 大輔'))
  await page.goto('/settings')
  await page.getByLabel('トークンの名前').fill('MAツール連携')
  await page.getByLabel('書き込み').check()
  await page.getByRole('button', { name: 'トークンを作る' }).click()
  const token = await page.getByLabel('新しいトークン').inputValue()
  const headers = { authorization: `Bearer ${token}` }
  const organisation = await request.get(`${baseURL}/api/v1/organisation`, { headers })
  expect(organisation.status()).toBe(200)
  expect((await request.get(`${baseURL}/api/v1/organisation`)).status()).toBe(401)
  await page.getByRole('button', { name: '控えました' }).click()
  await page.getByRole('button', { name: 'MAツール連携を取り消す' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '取り消す', exact: true }).click()
  await expect(page.getByText('「MAツール連携」を取り消しました').first()).toBeVisible()
  expect((await request.get(`${baseURL}/api/v1/organisation`, { headers })).status()).toBe(401)
})
