import { readFile as read } from 'node:fs/promises'
import { expect, test } from '@playwright/test'
import iconv from 'iconv-lite'
import { countFrom } from '#db/commands/count-from'
import { saveOrganisation } from '#db/commands/save-organisation'
import { type GivenOrganisation, givenActivePlan, givenDraft, givenOrganisation } from '#db/fixtures'
import { hashPassword } from '#server/password'
import { figuresOf, importRows, readFile, textFile } from './file-import'
import { logIn } from './journey'
import { lineOf } from './year'

const PASSWORD = 'maguro-to-ikura-7'
let count = 0

/** A company with an active plan, whose figures are shown in yen; its admin. */
async function given(): Promise<GivenOrganisation & { readonly email: string; readonly password: string }> {
  const email = `files-${process.pid}-${Date.now().toString(36)}-${++count}@example.com`
  const organisation = await givenOrganisation({ email, passwordHash: await hashPassword(PASSWORD) })
  const { admin, rootId, channelIds } = organisation
  await givenActivePlan(admin, rootId, 2026, givenDraft(channelIds.Web ?? ''))
  await saveOrganisation(admin, { unit: 'yen' })
  return { ...organisation, email, password: PASSWORD }
}

/** From August on, these metrics of a channel are counted from records. */
async function countFromAugust(
  { admin, rootId: teamId, channelIds }: GivenOrganisation,
  channel: string,
  metrics: string[],
) {
  const channelId = channelIds[channel] ?? ''
  for (const metric of metrics) {
    await countFrom(admin, { teamId, line: 'channel', channelId, metric, month: '2026-08' })
  }
}

/** As HubSpot exports contacts: sources and stages in its own words, times to the minute. */
const CONTACTS = textFile('hubspot-crm-exports-all-contacts.csv', [
  '"Record ID","First Name","Last Name","Email","Phone Number","Company Name","Original Source","Lifecycle Stage","Create Date","Became a Lead Date","Became a Marketing Qualified Lead Date","Last Modified Date"',
  '"101","Taro","Yamada","taro@aoba.example","03-0000-0001","Aoba Seiki","Organic search","Opportunity","2026-08-03 10:15","2026-08-03 10:15","2026-09-01 09:00","2026-09-28 12:00"',
  '"102","Jiro","Sato","jiro@hokuto.example","","Hokuto","Direct traffic","Lead","2026-09-04 18:40","2026-09-04 18:40","","2026-09-05 08:00"',
  '"103","Hana","Mori","hana@midori.example","","Midori","Paid search","Marketing qualified lead","2026-09-30 23:59","2026-09-30 23:59","2026-10-01 00:05","2026-10-02 08:00"',
  '"104","Ken","Ito","ken@minami.example","","Minami","Offline sources","Lead","2026-09-12 09:30","2026-09-12 09:30","","2026-09-12 09:30"',
])

/** As HubSpot exports deals: one close date for all of them, the deal's people by their ids. */
const DEALS = textFile('hubspot-crm-exports-all-deals.csv', [
  '"Record ID","Deal Name","Deal Stage","Pipeline","Amount","Close Date","Create Date","Deal owner","Deal Type","Original Source","Associated Company","Associated Contact IDs","Closed Lost Reason"',
  '"9001","Line 3 sensors","Closed won","Sales Pipeline","4500001","2026-09-28 17:30","2026-08-20 09:00","Tanaka","New Business","Organic search","Aoba Seiki","101",""',
  '"9002","Plant audit","Appointment scheduled","Sales Pipeline","1200000","2026-11-30 00:00","2026-09-05 11:00","Mori","New Business","Direct traffic","Hokuto","102",""',
  '"9003","Gauge renewal","Closed lost","Sales Pipeline","800000","2026-09-20 15:00","2026-09-01 10:00","Tanaka","New Business","Paid search","Midori","103","Price"',
  '"9004","Spare parts","Closed won","Sales Pipeline","300000","2026-09-15 09:00","2026-09-02 09:00","Mori","Existing Business","Organic search","Kohoku Chemical","",""',
])

test('contacts and deals as HubSpot exports them: pipeline and plan vs actual show what the files hold, by hand', async ({
  page,
}) => {
  const organisation = await given()
  await logIn(page, organisation)
  await expect(page).toHaveURL(/overview$/)
  await readFile(page, CONTACTS, { shows: 'Aoba Seiki' })
  await importRows(page, 4)
  await readFile(page, DEALS, { shows: 'Line 3 sensors' })
  await importRows(page, 4)

  // July to September, new business: 9001, 9002, 9003 were created (6,500,001); 9002 is open; 9001 was won.
  const { rootId } = organisation
  await page.goto(`/${rootId}/2026/pipeline?period=q2`)
  const contribution = 'マーケティングの貢献'
  expect((await figuresOf(page, contribution, /^期間に生まれた商談/)).slice(0, 2)).toEqual(['3', '3'])
  const amounts = page.getByRole('table', { name: contribution }).getByRole('row', { name: /^金額/ })
  const first = async (row: number) => (await amounts.nth(row).getByRole('cell').first().innerText()).trim()
  expect([await first(0), await first(1), await first(2)]).toEqual(['6,500,001', '1,200,000', '4,500,001'])
  // Of one person, in the address: Tanaka's two.
  await page.getByLabel('担当者').selectOption({ label: 'Tanaka' })
  await page.getByRole('button', { name: '絞り込む' }).click()
  await expect(page).toHaveURL(/owner=Tanaka/)
  expect((await figuresOf(page, contribution, /^期間に生まれた商談/))[0]).toBe('2')
  await page.getByRole('table', { name: contribution }).getByRole('link', { name: '2' }).first().click()
  await expect(page.getByTestId('found')).toContainText('2件')
  await expect(page.getByRole('table', { name: '商談' })).toContainText('Gauge renewal')

  // By hand: Web leads of August 1 (101), September 1 (102); MQL of September 1 (101); 104 is of the exhibition, 103 of the ads.
  await countFromAugust(organisation, 'Web', ['lead', 'mql', 'opportunity', 'won', 'revenue'])
  await page.goto(`/${rootId}/2026/plan-vs-actual?unit=yen`)
  const sheet = page.getByRole('table', { name: '指標別の計画と実績' })
  await expect(sheet).toBeVisible()
  expect(await lineOf(sheet, 'リード', '実績', ['8月', '9月'])).toEqual(['1', '1'])
  expect(await lineOf(sheet, 'MQL', '実績', ['8月', '9月'])).toEqual(['0', '1'])
  expect(await lineOf(sheet, '商談', '実績', ['8月', '9月'])).toEqual(['1', '1'])
  expect(await lineOf(sheet, '受注', '実績', ['8月', '9月'])).toEqual(['0', '1'])
  expect(await lineOf(sheet, 'マーケ起点', '実績', ['8月', '9月'])).toEqual(['0', '4,500,001'])
})

/** What Excel writes in Japan: CP932, lines end in CR LF, a wide dash, a wave, a ringed digit and names of the extension. */
const EXCEL = {
  name: 'リード一覧.csv',
  content: iconv.encode(
    [
      'リードID,会社名,流入元,登録日',
      'E1,㈱髙﨑～－①,Web,2026/9/1',
      'E2,"港北化学, 第二工場",セミナー,2026/9/2',
      '',
    ].join('\r\n'),
    'cp932',
  ),
}

test('a file that Excel wrote in CP932 keeps ～－①髙﨑㈱, on the screen and in the file that comes back', async ({
  page,
}) => {
  const organisation = await given()
  await logIn(page, organisation)
  await expect(page).toHaveURL(/overview$/)
  await readFile(page, EXCEL, { shows: '㈱髙﨑～－①' })
  await importRows(page, 2)
  await page.goto(`/${organisation.rootId}/2026/pipeline?view=leads&basis=cohort&from=2026-09&to=2026-09`)
  await expect(page.getByTestId('found')).toContainText('2件')
  await expect(page.getByRole('table', { name: 'リード' })).toContainText('㈱髙﨑～－①')
  const exported = await page.request.get('/api/data/export/leads?format=cp932')
  const bytes = await exported.body()
  expect(bytes.includes(iconv.encode('㈱髙﨑～－①', 'cp932'))).toBe(true)
  expect(iconv.decode(bytes, 'cp932')).toContain('㈱髙﨑～－①')
})

/** Two rows that nobody can read, in the middle. */
const FAULTY = textFile('9月の名刺.csv', [
  'ID,会社名,チャネル,登録日',
  'F1,青葉精機,展示会,2026-09-10',
  'F2,北斗電子,展示会,2026-02-30',
  'F3,南製薬,展示会,きのう',
  'F4,みどり工業,展示会,2026-09-11',
])

test('a file with faults: good rows come in, the others come back with their reasons, and come in when corrected', async ({
  page,
}) => {
  const organisation = await given()
  await logIn(page, organisation)
  await expect(page).toHaveURL(/overview$/)
  await readFile(page, FAULTY, { shows: '青葉精機' })
  await expect(page.getByRole('main')).toContainText('存在しない日付です')
  await importRows(page, 2)
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: '読めなかった行を受け取る' }).click(),
  ])
  const returned = (await read(await download.path())).toString('utf8')
  expect(returned).toContain('北斗電子')
  expect(returned).toContain('存在しない日付です')
  expect(returned).not.toContain('青葉精機')
  const corrected = returned.replace('2026-02-30', '2026-09-12').replace('きのう', '2026-09-13')
  await readFile(page, { name: '直した行.csv', content: Buffer.from(corrected) }, { shows: '北斗電子' })
  await importRows(page, 2)
  // The whole file again: what came in is known by its ID.
  await readFile(page, FAULTY, { shows: '青葉精機' })
  await page.getByRole('button', { name: '2行を取り込む' }).click()
  await expect(page.getByText('取り込む前と変わりません')).toBeVisible()
  await countFromAugust(organisation, '展示会', ['lead'])
  await page.goto(`/${organisation.rootId}/2026/plan-vs-actual`)
  const sheet = page.getByRole('table', { name: '指標別の計画と実績' })
  await expect(sheet).toBeVisible()
  expect(await lineOf(sheet, 'リード', '実績', ['9月'])).toEqual([expect.stringMatching(/^4/)])
})
