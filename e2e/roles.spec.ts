import { expect, type Page, test } from '@playwright/test'
import { addTeam } from '#db/commands/add-team'
import { type GivenOrganisation, givenActivePlan, givenDraft, givenMember, givenOrganisation } from '#db/fixtures'
import type { Role } from '#lib/permissions'
import { hashPassword } from '#server/password'
import { logIn } from './journey'

const PASSWORD = 'maguro-to-ikura-7'
let hash: string
let count = 0

test.beforeAll(async () => {
  hash = await hashPassword(PASSWORD)
})

const address = (word: string) => `${word}-${process.pid}-${Date.now().toString(36)}-${++count}@example.com`

/** An organisation with an active plan for 2026 and one person of a role, who logs in. */
async function given(
  page: Page,
  role: Role,
  teamIds: ((organisation: GivenOrganisation) => Promise<string[]>) | null = null,
) {
  const organisation = await givenOrganisation({ email: address('admin'), passwordHash: hash })
  const plan = await givenActivePlan(
    organisation.admin,
    organisation.rootId,
    2026,
    givenDraft(organisation.channelIds.Web ?? ''),
  )
  const email = address(role)
  const teams = teamIds ? await teamIds(organisation) : null
  await givenMember(organisation, role, { email, name: '担当 者', passwordHash: hash, teamIds: teams })
  await logIn(page, { email, password: PASSWORD })
  await expect(page).toHaveURL(/overview$/)
  return { organisation, plan, teams, root: `/${organisation.rootId}/2026` }
}

const saveDraft = (page: Page) => page.getByRole('button', { name: '下書きを保存' })
const activate = (page: Page) => page.getByRole('button', { name: '有効にする' })

/** Types a new KGI and saves it; the plan's version then is a draft. */
async function changeGoal(page: Page, root: string, goal: string) {
  await page.goto(`${root}/plan`)
  await page.getByLabel('KGI（目標売上）').fill(goal)
  await saveDraft(page).click()
  await expect(page.getByText('下書きを保存しました').first()).toBeVisible()
}

test('a marketer plans and enters, but the KGI is not theirs to approve', async ({ page }) => {
  const { root } = await given(page, 'marketer')
  await changeGoal(page, root, '150,000,000')
  await expect(page.getByText('役員または管理者が承認して有効にします')).toBeVisible()
  await expect(activate(page)).toHaveCount(0)
  await page.goto(`${root}/actuals`)
  await page.getByRole('gridcell', { name: /^Web リード 2026年4月/ }).click()
  await page.keyboard.type('100')
  await page.keyboard.press('Enter')
  await expect(page.getByText('1セルを保存しました')).toBeVisible()
  await page.goto('/settings')
  await expect(page.getByText('変更できるのは管理者だけです。')).toBeVisible()
  await expect(page.getByRole('button', { name: 'チームを追加' })).toHaveCount(0)
})

test('a marketer activates a version whose KGI, existing and sales-sourced did not change', async ({ page }) => {
  const { root } = await given(page, 'marketer')
  await page.goto(`${root}/plan`)
  await page.getByLabel('商談→受注率', { exact: true }).fill('20')
  await saveDraft(page).click()
  await expect(page.getByText('下書きを保存しました').first()).toBeVisible()
  await activate(page).click()
  await page.getByRole('dialog').getByRole('button', { name: '有効にする' }).click()
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await page.reload()
  await expect(page.getByRole('main')).toContainText('第2版')
  const tree = page.getByRole('table', { name: 'チャネルと段ごとの、今期の売上に必要な数' })
  await expect(tree.getByRole('row', { name: /^商談/ })).toContainText('200')
})

test('an executive approves a new KGI and reads actuals without entering them', async ({ page }) => {
  const { root } = await given(page, 'executive')
  await changeGoal(page, root, '150,000,000')
  await activate(page).click()
  await page.getByRole('dialog').getByRole('button', { name: '有効にする' }).click()
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await page.goto(`${root}/overview`)
  await expect(page.getByRole('main')).toContainText('150,000')
  await page.goto(`${root}/actuals`)
  await expect(page.getByText('閲覧のみ').first()).toBeVisible()
  await page.getByRole('gridcell', { name: /^Web リード 2026年4月/ }).click()
  await page.keyboard.type('100')
  await page.keyboard.press('Enter')
  await page.reload()
  await expect(page.getByRole('gridcell', { name: /^Web リード 2026年4月/ })).not.toContainText('100')
})

for (const role of ['sales_manager', 'viewer'] as const) {
  test(`a ${role} reads plan, actuals and plan vs actual, and changes nothing`, async ({ page }) => {
    const { root } = await given(page, role)
    await page.goto(`${root}/plan`)
    await expect(page.getByRole('table', { name: 'チャネルと段ごとの、今期の売上に必要な数' })).toContainText('148,223')
    await expect(saveDraft(page)).toHaveCount(0)
    await expect(activate(page)).toHaveCount(0)
    await expect(page.getByLabel('KGI（目標売上）')).not.toBeEditable()
    await page.goto(`${root}/actuals`)
    await expect(page.getByText('閲覧のみ').first()).toBeVisible()
    await page.goto(`${root}/plan-vs-actual`)
    await expect(page.getByRole('table', { name: '指標別の計画と実績' })).toContainText('120,000')
  })
}

test('a membership limited to a team sees that team alone; the others do not exist', async ({ page }) => {
  const { organisation, teams, root } = await given(page, 'viewer', async ({ admin }) => {
    const { teamId } = await addTeam(admin, { name: '東日本' })
    await addTeam(admin, { name: '西日本' })
    return [teamId]
  })
  expect(page.url()).toContain(teams?.[0] ?? 'no team')
  await expect(page.getByRole('button', { name: /チームを切り替える/ }).first()).toContainText('東')
  expect((await page.goto(`${root}/overview`))?.status()).toBe(404)
  expect((await page.goto(`/${teams?.[0]}/2026/overview`))?.status()).toBe(200)
  expect(organisation.rootId).not.toBe(teams?.[0])
})

test('going to another organisation leaves no session behind', async ({ page, context }) => {
  const [first, second] = [await givenOrganisation(), await givenOrganisation({ name: '二つ目の会社' })]
  const email = address('both')
  await givenMember(second, 'viewer', { email, passwordHash: hash })
  await givenMember(first, 'viewer', { email })
  await logIn(page, { email, password: PASSWORD })
  await expect(page).toHaveURL(new RegExp(`/${first.rootId}/2026/overview$`))
  const left = (await context.cookies()).filter(({ name }) => name === 'gyakusan')
  expect(left).toHaveLength(1)
  expect((await page.goto(`/${second.rootId}/2026/overview`))?.status()).toBe(404)
  await page.getByRole('button', { name: /二つ目の会社/ }).click()
  // The address was this one already: the page itself tells that the switch is done.
  await expect(page.getByRole('heading', { name: 'ホーム' })).toBeVisible()
  // A session of its own: what stood on the screen is gone, and only the copied cookie is left.
  await page.goto('about:blank')
  await context.clearCookies()
  await context.addCookies(left)
  const answer = await page.request.get(`/${first.rootId}/2026/overview`, { maxRedirects: 0 })
  expect([answer.status(), answer.headers().location]).toEqual([
    ...[307, `/login?next=${encodeURIComponent(`/${first.rootId}/2026/overview`)}`],
  ])
})

test('an admin adds, renames, archives and brings back a team and a channel', async ({ page }) => {
  await given(page, 'admin')
  await page.goto('/settings')
  await page.getByLabel('新しいチャネルの名前').fill('メール')
  await page.getByRole('button', { name: 'チャネルを追加' }).click()
  await expect(page.getByText('「メール」を追加しました')).toBeVisible()
  await page.getByRole('button', { name: 'メールの名前を変更' }).click()
  await page.getByLabel('メールの名前を変更').fill('メルマガ')
  const renaming = page.getByRole('listitem').filter({ has: page.getByLabel('メールの名前を変更') })
  await renaming.getByRole('button', { name: '保存' }).click()
  await expect(page.getByText('「メルマガ」に変更しました')).toBeVisible()
  await page.getByRole('button', { name: 'メルマガをアーカイブ' }).click()
  await expect(page.getByRole('button', { name: 'メルマガを元に戻す' })).toBeVisible()
  await page.getByRole('button', { name: 'メルマガを元に戻す' }).click()
  await expect(page.getByRole('button', { name: 'メルマガをアーカイブ' })).toBeVisible()
  await page.getByLabel('新しいチャネルの名前').fill('Web')
  await page.getByRole('button', { name: 'チャネルを追加' }).click()
  await expect(page.getByText('同じ名前がすでにあります。')).toBeVisible()
  await expect(page.getByLabel('新しいチャネルの名前')).toHaveValue('Web')
  await page.getByLabel('新しいチームの名前').fill('東日本')
  await page.getByRole('button', { name: 'チームを追加' }).click()
  await expect(page.getByText('「東日本」を追加しました')).toBeVisible()
  await expect(page.getByRole('button', { name: '全社をアーカイブ' })).toHaveCount(0)
})
