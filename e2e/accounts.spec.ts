import AxeBuilder from '@axe-core/playwright'
import { expect, type Page, test } from '@playwright/test'
import { upsertLeads } from '#db/commands/upsert-leads'
import { upsertOpportunities } from '#db/commands/upsert-opportunities'
import { upsertTouches } from '#db/commands/upsert-touches'
import { givenActivePlan, givenDraft, givenMember, givenOrganisation } from '#db/fixtures'
import { givenLead, givenOpportunity, givenTouch } from '#db/record-fixtures'
import type { Role } from '#lib/permissions'
import { hashPassword } from '#server/password'
import { figuresOf } from './file-import'
import { logIn } from './journey'

const PASSWORD = 'maguro-to-ikura-7'
let count = 0
const address = (word: string) => `${word}-${process.pid}-${Date.now().toString(36)}-${++count}@example.com`

/** A company whose CRM has 青葉精機 under two ids, and whose marketing knows it by its name alone: a touch before the deal. */
async function given() {
  const passwordHash = await hashPassword(PASSWORD)
  const organisation = await givenOrganisation({ email: address('admin'), passwordHash })
  const { admin, rootId, channelIds } = organisation
  await givenActivePlan(admin, rootId, 2026, givenDraft(channelIds.Web ?? ''))
  const deal = { name: '水質計 更新', amount: 3_000_000, createdOn: '2026-08-20', expectedCloseOn: '2026-11-30' }
  const [crm, name] = [{ externalId: '001', name: '青葉精機株式会社' }, { name: '㈱青葉精機' }]
  const rows = [
    givenOpportunity(organisation, { ...deal, account: crm, stage: '提案', owner: '田中' }),
    givenOpportunity(organisation, { identity: 'x:O2', account: { externalId: '002', name: '青葉精機' } }),
  ]
  await upsertOpportunities(admin, { importId: null, rows })
  await upsertTouches(admin, {
    importId: null,
    rows: [givenTouch(organisation, { account: name, at: '2026-08-01' })],
  })
  const member = async (role: Role, who: string) => {
    const email = address(role)
    await givenMember(organisation, role, { email, name: who, passwordHash })
    return { email, password: PASSWORD }
  }
  return { ...organisation, member }
}

async function enter(page: Page, person: { email: string; password: string }) {
  await logIn(page, person)
  await expect(page).toHaveURL(/overview$/)
}

test('a sales manager makes one company of two, sees the deal’s source follow, and takes it back', async ({ page }) => {
  const { rootId, member } = await given()
  await enter(page, await member('sales_manager', '鈴木 一郎'))
  const summary = `/${rootId}/2026/pipeline?period=q2`
  const sourced = async () => {
    await page.goto(summary)
    const figures = await figuresOf(page, 'マーケティングの貢献', /^期間に生まれた商談/)
    return figures.slice(0, 2)
  }
  expect(await sourced()).toEqual(['1', '0'])
  await page.goto('/data')
  await page.getByRole('link', { name: '会社の名寄せへ' }).click()
  await page.getByRole('button', { name: '㈱青葉精機を青葉精機株式会社 001に統合' }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog).toContainText('リード0件、商談0件、接点1件が移り')
  await dialog.getByRole('button', { name: '統合', exact: true }).click()
  await expect(page.getByText('「㈱青葉精機」を「青葉精機株式会社」に統合しました')).toBeVisible()
  await expect(page.getByRole('table', { name: '重複の候補' }).getByRole('row')).toHaveCount(3)
  expect(await sourced()).toEqual(['1', '1'])
  await page.goto('/data/accounts')
  await page.getByRole('button', { name: '㈱青葉精機の青葉精機株式会社への統合を元に戻す' }).click()
  await expect(page.getByText('鈴木 一郎が元に戻しました')).toBeVisible()
  expect(await sourced()).toEqual(['1', '0'])
  // Found by hand, whatever the spelling.
  await page.goto('/data/accounts')
  await page.getByLabel('会社名またはCRM ID').fill('（株）青葉')
  await page.getByRole('button', { name: '検索' }).click()
  await expect(page.getByRole('table', { name: '会社を探して統合' }).getByRole('row')).toHaveCount(4)
})

for (const role of ['marketer', 'executive', 'viewer'] as const) {
  test(`a ${role} is not led to merging, and may not open it`, async ({ page }) => {
    const { member } = await given()
    await enter(page, await member(role, '田中 花子'))
    await page.goto('/data')
    await expect(page.getByRole('main')).toBeVisible()
    await expect(page.getByRole('link', { name: '会社の名寄せへ' })).toHaveCount(0)
    const answer = await page.goto('/data/accounts')
    expect(answer?.status()).toBe(403)
  })
}

test('whoever is not logged in comes to the log-in, and from there to the companies', async ({ page }) => {
  const { member } = await given()
  const person = await member('sales_manager', '鈴木 一郎')
  await page.goto('/data/accounts')
  await expect(page).toHaveURL(/\/login\?next=/)
  await logIn(page, person, { stay: true })
  await expect(page).toHaveURL(/\/data\/accounts$/)
})

test('two people edit one deal: the second sees both values, chooses, and nothing is lost', async ({
  page,
  browser,
}) => {
  const { rootId, member } = await given()
  const list = `/${rootId}/2026/pipeline?view=deals`
  await enter(page, await member('sales_manager', '鈴木 一郎'))
  const other = await browser.newContext({ locale: 'ja-JP' })
  const second = await other.newPage()
  await enter(second, await member('admin', '高橋 実'))
  for (const each of [page, second]) {
    await each.goto(list, { waitUntil: 'networkidle' })
    await each.getByRole('button', { name: '水質計 更新を編集' }).click()
  }
  await page.getByRole('dialog').getByLabel('金額').fill('3,500,000')
  await page.getByRole('dialog').getByRole('button', { name: '保存' }).click()
  await expect(page.getByText('1件を保存しました')).toBeVisible()

  const form = second.getByRole('dialog')
  await form.getByLabel('金額').fill('2,800,000')
  await form.getByLabel('担当者').fill('森')
  await form.getByRole('button', { name: '保存' }).click()
  await expect(form.getByRole('alert')).toContainText('入力中に、鈴木 一郎さんが同じ商談を保存しました')
  await expect(form).toContainText('あなた 2,800,000・保存済み 3,500,000')
  await form.getByRole('button', { name: '2,800,000で上書き' }).click()
  await form.getByRole('button', { name: '保存' }).click()
  await expect(second.getByText('1件を保存しました')).toBeVisible()
  await second.reload()
  const row = second.getByRole('table', { name: '商談' }).getByRole('row', { name: /水質計 更新/ })
  await expect(row).toContainText('2,800')
  await expect(row).toContainText('森')
  await other.close()
})

test('two people note one handover: the second sees both days, chooses, and nothing is lost', async ({
  page,
  browser,
}) => {
  const organisation = await given()
  const { rootId, admin, member } = organisation
  const lead = givenLead(organisation, { account: { name: '青葉精機' }, passedAt: '2026-10-01' })
  await upsertLeads(admin, { importId: null, rows: [lead] })
  const list = `/${rootId}/2026/pipeline?view=leads`
  await enter(page, await member('sales_manager', '鈴木 一郎'))
  const other = await browser.newContext({ locale: 'ja-JP' })
  const second = await other.newPage()
  await enter(second, await member('admin', '高橋 実'))
  for (const each of [page, second]) {
    await each.goto(list, { waitUntil: 'networkidle' })
    await each.getByRole('button', { name: /の引き渡しを編集$/ }).click()
  }
  await page.getByRole('dialog').getByLabel('最初に対応した日').fill('2026-10-02')
  await page.getByRole('dialog').getByRole('button', { name: '保存' }).click()
  await expect(page.getByText('1件を保存しました')).toBeVisible()

  const form = second.getByRole('dialog')
  await form.getByLabel('最初に対応した日').fill('2026-10-05')
  await form.getByLabel('差し戻しの理由').fill('対象外の地域')
  await form.getByRole('button', { name: '保存' }).click()
  await expect(form.getByRole('alert')).toContainText('入力中に、鈴木 一郎さんが同じリードの引き渡しを保存しました')
  await expect(form).toContainText('あなた 2026/10/5・保存済み 2026/10/2')
  await form.getByRole('button', { name: '2026/10/2を残す' }).click()
  await form.getByRole('button', { name: '保存' }).click()
  await expect(second.getByText('1件を保存しました')).toBeVisible()
  await second.reload()
  const row = second.getByRole('table', { name: 'リード' }).getByRole('row', { name: /青葉精機/ })
  await expect(row).toContainText('2026/10/2')
  await expect(row).toContainText('対象外の地域')
  await other.close()
})

test('what an admin settles for the organisation counts at once: days, window, unit, verdicts', async ({ page }) => {
  const { rootId, member } = await given()
  await enter(page, await member('admin', '高橋 実'))
  await page.goto('/settings', { waitUntil: 'networkidle' })
  await page.getByLabel('△の下限（達成率）').fill('120')
  await page.getByRole('button', { name: '設定を保存' }).click()
  await expect(page.getByText('△の下限が○の下限を超えています')).toBeVisible()
  await page.getByLabel('△の下限（達成率）').fill('９０')
  await page.getByLabel('引き渡し後の対応期限').fill('3')
  await page.getByLabel('影響を数える期間').fill('15')
  await page.getByLabel('金額の単位').selectOption({ label: '百万円' })
  await page.getByRole('button', { name: '設定を保存' }).click()
  await expect(page.getByText('保存しました', { exact: true })).toBeVisible()
  await page.goto(`/${rootId}/2026/pipeline?period=q2`)
  await expect(page.getByRole('main')).toContainText('15日間にマーケティングの接点がある')
  await expect(page.getByRole('main')).toContainText('件数と金額（百万円）')
  await page.goto(`/${rootId}/2026/plan-vs-actual`)
  await expect(page.getByLabel('単位')).toHaveValue('million')
  await expect(page.getByRole('main')).toContainText('90%')
})

test('companies and settings as an admin sees them: no violation in either language and theme, no sideways scroll', async ({
  browser,
  baseURL,
}) => {
  test.setTimeout(240_000)
  const { member } = await given()
  const admin = await member('admin', '高橋 実')
  for (const [locale, colorScheme, width] of [
    ['ja', 'light', 1280],
    ['en', 'dark', 1280],
    ['ja', 'dark', 390],
    ['en', 'light', 390],
  ] as const) {
    const context = await browser.newContext({
      baseURL,
      locale: 'ja-JP',
      colorScheme,
      viewport: { width, height: 800 },
    })
    const page = await context.newPage()
    await enter(page, admin)
    await context.addCookies([{ name: 'locale', value: locale, url: baseURL ?? '' }])
    for (const address of ['/data/accounts?q=青葉', '/settings']) {
      await page.goto(address)
      await expect(page.locator('html')).toHaveAttribute('lang', locale)
      const { violations } = await new AxeBuilder({ page })
        .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
        .analyze()
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' '))}`)).toEqual([])
      expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth), address).toBe(true)
    }
    await context.close()
  }
})
