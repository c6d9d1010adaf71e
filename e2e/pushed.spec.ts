import { expect, test } from '@playwright/test'
import { parse } from 'csv-parse/sync'
import { countFrom } from '#db/commands/count-from'
import { makeToken } from '#db/commands/make-token'
import { saveOrganisation } from '#db/commands/save-organisation'
import { givenActivePlan, givenDraft, givenOrganisation } from '#db/fixtures'
import { hashPassword } from '#server/password'
import { logIn } from './journey'
import { lineOf } from './year'

const PASSWORD = 'maguro-to-ikura-7'

/**
 * What a system pushes, and what it comes to by hand. Tokyo is nine hours ahead: L1 came on 1 September, L2 on the 30th.
 * Won in September: O1 + O2 = 6,500,000 of Web, O5 = 300,000 of an existing customer; 6,800,000 in all.
 * New business of July to September: O1, O2, O3, O4, O6 = 13,500,000, of which marketing's (Web, 広告) 8,500,000.
 */
const leadItems = (teamId: string, web: string) =>
  [
    { externalId: 'L1', stages: { lead: '2026-08-31T15:00:00Z', mql: '2026-09-10' } },
    { externalId: 'L2', stages: { lead: '2026-09-30T14:59:59Z' } },
    { externalId: 'L3', stages: { lead: '2026-08-15', mql: '2026-09-02' } },
  ].map((item) => ({ teamId, channelId: web, ...item }))

const dealItems = (teamId: string, ads: string) =>
  [
    {
      externalId: 'O1',
      name: 'センサー',
      amount: 4_500_001,
      state: 'won',
      createdOn: '2026-08-20',
      closedOn: '2026-09-28',
      leadExternalId: 'L1',
    },
    {
      externalId: 'O2',
      name: '計測器',
      amount: 1_999_999,
      state: 'won',
      createdOn: '2026-09-01',
      closedOn: '2026-09-30',
      leadExternalId: 'L3',
    },
    {
      externalId: 'O3',
      name: '監査',
      amount: 1_200_000,
      state: 'open',
      createdOn: '2026-09-05',
      expectedCloseOn: '2026-11-30',
      leadExternalId: 'L2',
    },
    {
      externalId: 'O4',
      name: '更新',
      amount: 800_000,
      state: 'lost',
      createdOn: '2026-09-01',
      closedOn: '2026-09-20',
      channelId: ads,
    },
    {
      externalId: 'O5',
      name: '部品',
      amount: 300_000,
      state: 'won',
      createdOn: '2026-09-02',
      closedOn: '2026-09-15',
      isNew: false,
    },
    { externalId: 'O6', name: '新工場', amount: 5_000_000, state: 'open', createdOn: '2026-09-03' },
  ].map((item) => ({ teamId, ...item }))

test('leads and opportunities pushed by the API: pipeline, plan vs actual, API and export agree to the yen', async ({
  page,
  request,
  baseURL,
}) => {
  const email = `push-${process.pid}-${Date.now().toString(36)}@example.com`
  const organisation = await givenOrganisation({ email, passwordHash: await hashPassword(PASSWORD) })
  const { admin, rootId, channelIds } = organisation
  const [web, ads] = [channelIds.Web ?? '', channelIds.広告 ?? '']
  await givenActivePlan(admin, rootId, 2026, givenDraft(web))
  await saveOrganisation(admin, { unit: 'yen' })
  const { token } = await makeToken(admin, { name: 'CRM', scopes: ['read', 'write'] })
  const headers = { authorization: `Bearer ${token}` }
  const push = async (path: string, items: readonly object[]) => {
    const answer = await request.post(`${baseURL}/api/v1/${path}`, { headers, data: { items } })
    const { results } = (await answer.json()) as { results: { status: string; fault?: string }[] }
    return results.map(({ status, fault }) => fault ?? status)
  }
  expect(await push('leads', leadItems(rootId, web))).toEqual(['created', 'created', 'created'])
  expect(new Set(await push('opportunities', dealItems(rootId, ads)))).toEqual(new Set(['created']))
  expect(new Set(await push('opportunities', dealItems(rootId, ads)))).toEqual(new Set(['unchanged']))

  await test.step('pipeline: created, open and won of the quarter', async () => {
    await logIn(page, { email, password: PASSWORD })
    await expect(page).toHaveURL(/overview$/)
    await page.goto(`/${rootId}/2026/pipeline?period=q2`)
    const table = page.getByRole('table', { name: 'マーケティングの貢献', exact: true })
    await expect(table).toBeVisible()
    const rows = await table.getByRole('row').all()
    const texts = await Promise.all(rows.slice(1).map((row) => row.getByRole('cell').allInnerTexts()))
    // 全体, マーケ創出 (and its share), 営業独自: counts, then amounts, of what was created, is open and was won.
    const told = texts.map((cells) => [cells[0], cells[1], cells[5]].map((text) => text?.trim()))
    expect(told).toEqual([
      ['5', '4', '1'],
      ['13,500,000', '8,500,000', '5,000,000'],
      ['2', '1', '1'],
      ['6,200,000', '1,200,000', '5,000,000'],
      ['2', '2', '0'],
      ['6,500,000', '6,500,000', '0'],
    ])
  })

  await test.step('plan vs actual, counted from records from August on', async () => {
    const from = { teamId: rootId, month: '2026-08' } as const
    for (const metric of ['lead', 'mql', 'opportunity', 'won', 'revenue']) {
      await countFrom(admin, { ...from, line: 'channel', channelId: web, metric })
    }
    await countFrom(admin, { ...from, line: 'existing', channelId: null, metric: 'revenue' })
    await page.goto(`/${rootId}/2026/plan-vs-actual`)
    const sheet = page.getByRole('table', { name: '指標別の計画と実績' })
    await expect(sheet).toBeVisible()
    const months = ['8月', '9月']
    expect(await lineOf(sheet, 'リード', '実績', months)).toEqual(['1', '2'])
    expect(await lineOf(sheet, 'MQL', '実績', months)).toEqual(['0', '2'])
    expect(await lineOf(sheet, '商談', '実績', months)).toEqual(['1', '2'])
    expect(await lineOf(sheet, '受注', '実績', months)).toEqual(['0', '2'])
    expect(await lineOf(sheet, 'マーケ起点', '実績', months)).toEqual(['0', '6,500,000'])
    expect(await lineOf(sheet, '既存', '実績', ['9月'])).toEqual(['300,000'])
  })

  await test.step('the API reads the same', async () => {
    const read = async (path: string) =>
      (await request.get(`${baseURL}/api/v1/${path}?team=${rootId}&year=2026`, { headers })).json()
    const { contribution } = (await read('pipeline')) as {
      contribution: Record<string, { total: { count: number; amount: number }; sourced: { amount: number } }>
    }
    expect(contribution.created).toMatchObject({
      total: { count: 5, amount: 13_500_000 },
      sourced: { amount: 8_500_000 },
    })
    expect(contribution.won).toMatchObject({ total: { count: 2, amount: 6_500_000 } })
  })

  await test.step('and so does the exported file', async () => {
    const file = await page.request.get('/api/data/export/opportunities?format=csv')
    const rows = parse((await file.text()).replace(/^\uFEFF/, ''), { columns: true }) as Record<string, string>[]
    const won = rows.filter((row) => row['受注・失注の状態'] === '受注')
    expect(rows).toHaveLength(6)
    expect(won.map((row) => Number(row.金額)).reduce((sum, amount) => sum + amount, 0)).toBe(6_800_000)
    expect(rows.reduce((sum, row) => sum + Number(row.金額), 0)).toBe(13_800_000)
  })
})
