import { expect, type Locator, type Page, test } from '@playwright/test'
import { givenTouches, givenWon } from '#db/attribution/fixtures'
import { addCampaign } from '#db/commands/add-campaign'
import { closeMonths } from '#db/commands/close-months'
import { saveActuals } from '#db/commands/save-actuals'
import { upsertTouches } from '#db/commands/upsert-touches'
import { type GivenOrganisation, givenActivePlan, givenDraft, givenMember, givenOrganisation } from '#db/fixtures'
import { givenTouch } from '#db/record-fixtures'
import { hashPassword } from '#server/password'
import { importRows, readFile, textFile } from './file-import'
import { logIn } from './journey'

const PASSWORD = 'maguro-to-ikura-7'
let count = 0

type Given = {
  readonly organisation: GivenOrganisation
  readonly root: string
  /** E-mails. */
  readonly admin: string
  readonly executive: string
}

/**
 * Three deals won on 30 June 2026, each created on 20 April: A社 1,000,000 (Web on 1 April, the exhibition on 10 May),
 * B社 2,000,000 (Web on 1 June), C社 500,000 (no touch). Web cost 400,000 in June.
 */
async function given(page: Page): Promise<Given> {
  const passwordHash = await hashPassword(PASSWORD)
  const id = `${process.pid}-${Date.now().toString(36)}-${++count}`
  const organisation = await givenOrganisation({ email: `admin-${id}@example.com`, passwordHash })
  const { admin, rootId, channelIds } = organisation
  const [web, expo] = [channelIds.Web ?? '', channelIds.展示会 ?? '']
  await givenActivePlan(admin, rootId, 2026, givenDraft(web))
  const { campaignId } = await addCampaign(admin, {
    ...{ teamId: rootId, channelId: expo, name: '初夏の計測展', startsOn: '2026-05-10', endsOn: '2026-05-12' },
    ...{ budget: null, plannedEntries: 100 },
  })
  await givenTouches(organisation, [['Web', '2026-04-01']])
  const fair = { identity: 'x:fair', channelId: expo, campaignId, account: { name: 'A社' }, at: '2026-05-10' }
  await upsertTouches(admin, { importId: null, rows: [givenTouch(organisation, fair)] })
  await givenTouches(organisation, [['Web', '2026-06-01']], 'B社')
  await givenWon(organisation, { name: '計測システム', isNew: true })
  for (const [name, amount] of [
    ['B社', 2_000_000],
    ['C社', 500_000],
  ] as const) {
    await givenWon(organisation, { identity: `x:${name}`, name: '更新', account: { name }, amount, isNew: true })
  }
  const cost = { month: '2026-06', line: 'channel', channelId: web, metric: 'cost', value: 400_000 } as const
  await saveActuals(admin, { teamId: rootId, cells: [{ ...cost, version: null }] })
  const email = `exec-${id}@example.com`
  await givenMember(organisation, 'executive', { email, name: '高橋 直子', passwordHash })
  await logIn(page, { email, password: PASSWORD })
  await expect(page).toHaveURL(/overview$/)
  return { organisation, root: `/${rootId}/2026`, admin: `admin-${id}@example.com`, executive: email }
}

async function logInAnew(page: Page, email: string): Promise<void> {
  await page.context().clearCookies()
  await logIn(page, { email, password: PASSWORD })
  await expect(page).toHaveURL(/overview$/)
}

const rowOf = (table: Locator, name: string) =>
  table.getByRole('row').filter({ has: table.page().getByRole('rowheader', { name, exact: true }) })

/** Figures of a row in some columns, as a reader sees them: the tables come right after the headline. */
async function figures(table: Locator, name: string, columns: readonly string[]): Promise<string[]> {
  await expect(rowOf(table, name)).toBeVisible()
  const heads = await table.getByRole('columnheader').allInnerTexts()
  const cells = await rowOf(table, name).getByRole('cell').allInnerTexts()
  return columns.map((column) => cells[heads.indexOf(column) - 1] ?? '')
}

// W-shaped, by hand. A社: its first touch (30) is also the last before the opportunity's creation (30), the exhibition
// shares the middle (10): 60 ÷ 70 and 10 ÷ 70 of 1,000,000 are 857,143 and 142,857. B社: all 2,000,000 to Web.
test('an executive reads revenue by channel under two models, opens a deal whose credits add up, and exports', async ({
  page,
}) => {
  const { root } = await given(page)

  await test.step('the overview says what attribution says', async () => {
    const channels = page.getByRole('table', { name: 'チャネル別の売上と費用対効果' }).first()
    await expect(rowOf(channels, 'Web')).toContainText('2,857')
    // (2,857,143 − 400,000) ÷ 400,000
    await expect(rowOf(channels, 'Web')).toContainText('+614%')
    await page.getByRole('link', { name: '貢献度を見る' }).click()
    await expect(page).toHaveURL(/attribution$/)
  })

  await test.step('the headline and its reconciliation are in the page before any script runs', async () => {
    const answer = await page.request.get(`${root}/attribution`)
    const html = await answer.text()
    // 3,000,000 ÷ 3,500,000
    for (const text of ['3,500,000', '差額 0円', '85.7%']) expect(html.includes(text), text).toBe(true)
  })

  const comparison = page.getByRole('table', { name: 'モデル比較' })
  await test.step('booked revenue is what has touches and what has none, to the yen', async () => {
    const line = page.getByTestId('reconciliation')
    for (const figure of ['3,500,000', '3,000,000', '500,000', '差額 0円']) await expect(line).toContainText(figure)
  })

  await test.step('the same revenue under two models', async () => {
    expect(await figures(comparison, 'Web', ['最初', '最後', 'W字'])).toEqual(['3,000', '2,000', '2,857'])
    expect(await figures(comparison, '展示会', ['最初', '最後', 'W字'])).toEqual(['0', '1,000', '143'])
    expect(await figures(comparison, '受注売上', ['最初', '最後', 'W字'])).toEqual(['3,500', '3,500', '3,500'])
    const effect = page.getByRole('table', { name: '費用対効果' })
    await expect(rowOf(effect, 'Web')).toContainText('+614%')
    await page.getByRole('combobox', { name: 'モデル' }).selectOption({ label: '最後' })
    await expect(page).toHaveURL(/model=last/)
    // (2,000,000 − 400,000) ÷ 400,000
    await expect(rowOf(effect, 'Web')).toContainText('+400%')
    await page.goBack()
    await expect(rowOf(effect, 'Web')).toContainText('+614%')
  })

  await test.step('a figure tells what it rests on', async () => {
    await rowOf(comparison, 'Web').getByText('2,857', { exact: true }).first().click()
    await expect(page.getByRole('dialog')).toContainText('2,857,143円')
    await page.keyboard.press('Escape')
  })

  await test.step('from the channel to its deals to the journey of one of them', async () => {
    await rowOf(comparison, '展示会').getByRole('link').click()
    const deals = page.getByRole('table', { name: '受注した商談' })
    await expect(deals.getByRole('row')).toHaveCount(3)
    await deals.getByRole('link', { name: /A社/ }).click()
    await expect(page).toHaveURL(/deal=/)
    const journey = page.getByRole('table', { name: '商談の経路' })
    await expect(rowOf(journey, '2026/4/1')).toContainText('857,143')
    await expect(rowOf(journey, '2026/5/10')).toContainText('142,857')
    await expect(rowOf(journey, '2026/5/10')).toContainText('初夏の計測展')
    await expect(page.getByTestId('journey-sum')).toContainText('配分の合計 1,000,000円 = 受注額 1,000,000円')
  })

  await test.step('the file holds the same, to the yen', async () => {
    const href = await page.getByRole('link', { name: 'CSV' }).getAttribute('href')
    const file = await page.request.get(href ?? '')
    expect(file.status()).toBe(200)
    const [head = '', ...lines] = (await file.text()).replace('\ufeff', '').split('\r\n')
    const at = head.split(',').indexOf('W字')
    const held = Object.fromEntries(lines.map((line) => [line.split(',')[0], line.split(',')[at]]))
    expect(held).toMatchObject({ Web: '2857143', 展示会: '142857', 接点なし: '500000', 受注売上: '3500000' })
    const book = await page.request.get((href ?? '').replace('format=csv', 'format=xlsx'))
    expect(book.headers()['content-type']).toContain('spreadsheetml')
  })

  await test.step('the campaign has the same figure on its own page', async () => {
    await page.goto(`${root}/campaigns`)
    const list = page.getByRole('table', { name: /施策/ }).first()
    await expect(list.getByRole('row').filter({ hasText: '初夏の計測展' })).toContainText('143')
  })
})

// After the close a seminar of 20 June comes in: A社 has three touches, of 600, 50 and 50 parts of 700. To the yen:
// Web 857,143, the exhibition 71,429 (equal remainders: the earlier touch), the seminar 71,428.
test('a closed month keeps its figures; a late touch shows as a restatement with before, after and why', async ({
  page,
}) => {
  const { organisation, root, ...emails } = await given(page)
  const { admin, rootId } = organisation
  await closeMonths(admin, { teamId: rootId, through: '2026-06', today: '2026-10-05' })
  await test.step('somebody who may imports the late touch from a file', async () => {
    await logInAnew(page, emails.admin)
    const lines = ['接点ID,会社名,チャネル,接点日,接点の種類', 'S-1,A社,セミナー,2026/6/20,参加']
    await readFile(page, textFile('接点.csv', lines), { shows: 'A社' })
    await importRows(page, 1)
    await logInAnew(page, emails.executive)
  })
  await page.goto(`${root}/attribution`)
  await expect(page.getByText('6月まで確定')).toBeVisible()
  const comparison = page.getByRole('table', { name: 'モデル比較' })
  expect(await figures(comparison, '展示会', ['W字'])).toEqual(['143'])
  // Only Markov, which is of all months together and not frozen, knows the seminar.
  expect(await figures(comparison, 'セミナー', ['最初', '線形', 'W字'])).toEqual(['0', '0', '0'])
  await expect(page.getByTestId('reconciliation')).toContainText('差額 0円')

  const restated = page.getByRole('table', { name: '締め後の訂正' }).getByRole('row').filter({ hasText: 'A社' }).first()
  await expect(restated).toContainText('1,000,000円・接点2件')
  await expect(restated).toContainText('1,000,000円・接点3件')
  await expect(restated).toContainText('接点があとから加わった')
  const byChannel = page.getByRole('table', { name: 'チャネル別の配分（円）' })
  await expect(rowOf(byChannel, '展示会')).toContainText('142,857')
  await expect(rowOf(byChannel, '展示会')).toContainText('71,429')
  await expect(rowOf(byChannel, 'セミナー')).toContainText('71,428')
})

test('an executive changes the rules: what it does is said before, and the figures follow', async ({ page }) => {
  const { root } = await given(page)
  await page.goto('/settings/attribution')
  await page.getByLabel('その他', { exact: true }).fill('5')
  await expect(page.getByText('合計は95%です')).toBeVisible()
  await page.getByLabel('最後の接点', { exact: true }).fill('5')
  await expect(page.getByText('合計 100%')).toBeVisible()
  await page.getByLabel('粗利率', { exact: true }).fill('50')
  await page.getByRole('button', { name: '保存', exact: true }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog).toContainText('締めた月の数字は、締めたときの規則のまま変わりません')
  await dialog.getByRole('button', { name: '保存して再計算' }).click()
  await expect(page.getByText('保存しました').first()).toBeVisible()
  await page.goto(`${root}/attribution`)
  // 30 + 30 to Web, 5 + 5 to the exhibition as the last and only other touch: 5 ÷ 65, for nothing is in the middle.
  expect(await figures(page.getByRole('table', { name: 'モデル比較' }), '展示会', ['独自'])).toEqual(['77'])
  await page.getByRole('link', { name: '粗利基準' }).click()
  // Half of 2,857,143 is 1,428,572: (1,428,572 − 400,000) ÷ 400,000
  await expect(rowOf(page.getByRole('table', { name: '費用対効果' }), 'Web')).toContainText('+257%')
})
