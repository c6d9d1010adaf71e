import { describe, expect, it } from 'vitest'
import { fiscalYear, type Month } from '#lib/month'
import { givenCampaign, givenMember, givenOrganisation } from '../fixtures'
import { closedMonths, monthlyActuals } from '../queries/actuals'
import { closings, restatementsOf } from '../queries/closing'
import { planAndActuals } from '../queries/plan-and-actuals'
import { sessionOf } from '../queries/session'
import { addCampaign } from './add-campaign'
import { addTeam } from './add-team'
import { archiveTeam } from './archive-team'
import { chooseActualsThrough } from './choose-actuals-through'
import { closeMonths } from './close-months'
import { reopenMonth } from './reopen-month'
import { saveActuals } from './save-actuals'

const TODAY = '2026-10-05'
const YEAR = fiscalYear(2026, 4)

/** A team that has entered leads of Web from April 2026 on. */
async function given() {
  const org = await givenOrganisation()
  const webId = org.channelIds.Web ?? ''
  const lead = (value: number | null, month: Month = '2026-04') =>
    ({ month, line: 'channel', channelId: webId, metric: 'lead', value }) as const
  const save = (reason: string | null, ...cells: Parameters<typeof saveActuals>[1]['cells']) =>
    saveActuals(org.admin, { teamId: org.rootId, cells, reason })
  const close = (through: Month, actor = org.admin) => closeMonths(actor, { teamId: org.rootId, through, today: TODAY })
  const reopen = (month: Month, reason = '入力漏れのため') =>
    reopenMonth(org.admin, { teamId: org.rootId, month, reason })
  const closed = () => closedMonths(org.admin, org.rootId)
  const year = async () => planAndActuals((await sessionOf(org.admin)) ?? org.admin, org.rootId, YEAR, '2026-10-05')
  await save(null, lead(120), lead(130, '2026-05'), lead(140, '2026-09'))
  return { ...org, webId, lead, save, close, reopen, closed, year }
}

describe('closing', () => {
  it('goes in order: from the first month with an entry to the one that is asked for', async () => {
    const { admin, rootId, close, closed } = await given()
    expect(await close('2026-06')).toEqual({ closed: ['2026-04', '2026-05', '2026-06'] })
    expect(await close('2026-08')).toEqual({ closed: ['2026-07', '2026-08'] })
    expect(await closed()).toEqual(['2026-04', '2026-05', '2026-06', '2026-07', '2026-08'])
    const { closed: seen } = await closings(admin, rootId, YEAR)
    expect(seen[0]).toEqual({ month: '2026-04', by: '山本 大輔', at: expect.stringMatching(/^\d{4}-.*Z$/) })
  })

  it.each(['2026-10', '2026-11'] as const)('waits until the month is over: not %s on 5 October', async (month) => {
    const { close, closed } = await given()
    await expect(close(month)).rejects.toMatchObject({ message: 'monthNotFinished', values: { month } })
    expect(await closed()).toEqual([])
    expect(await close('2026-09')).toMatchObject({ closed: { length: 6 } })
  })

  it('needs an entry', async () => {
    const { admin, close } = await given()
    const { teamId } = await addTeam(admin, { name: '新事業部' })
    const empty = closeMonths(admin, { teamId, through: '2026-09', today: TODAY })
    await expect(empty).rejects.toMatchObject({ message: 'nothingToClose' })
    await expect(close('2026-03')).rejects.toMatchObject({ message: 'nothingToClose', values: { month: '2026-03' } })
  })

  it('of two people at once closes each month once, and tells the second that nothing was left', async () => {
    const org = await given()
    const colleague = await givenMember(org, 'marketer')
    const outcomes = await Promise.all([org.close('2026-06'), org.close('2026-06', colleague)])
    expect(outcomes.map((each) => each.closed.length).sort()).toEqual([0, 3])
    expect((await closings(org.admin, org.rootId, YEAR)).closed).toHaveLength(3)
  })

  it('is a team’s own', async () => {
    const { admin, close, lead, closed } = await given()
    const { teamId } = await addTeam(admin, { name: '第一事業部' })
    await close('2026-05')
    await saveActuals(admin, { teamId, cells: [lead(7)] })
    expect([await closed(), await closedMonths(admin, teamId)]).toEqual([['2026-04', '2026-05'], []])
    await archiveTeam(admin, { teamId })
    const late = closeMonths(admin, { teamId, through: '2026-05', today: TODAY })
    await expect(late).rejects.toMatchObject({ message: 'teamArchived' })
  })
})

describe('opening a month again', () => {
  it('is possible for the last closed one only, and stays as history', async () => {
    const { admin, rootId, close, reopen, closed } = await given()
    await close('2026-06')
    await expect(reopen('2026-05')).rejects.toMatchObject({ message: 'reopenLastFirst', values: { month: '2026-06' } })
    await reopen('2026-06')
    expect(await closed()).toEqual(['2026-04', '2026-05'])
    await close('2026-06')
    const { reopened } = await closings(admin, rootId, YEAR)
    const entry = { month: '2026-06', by: '山本 大輔', at: expect.any(String), reason: '入力漏れのため' }
    expect([reopened, await closed()]).toEqual([[entry], ['2026-04', '2026-05', '2026-06']])
  })

  it('needs a reason, and a closed month', async () => {
    const { close, reopen, closed } = await given()
    await expect(reopen('2026-04')).rejects.toMatchObject({ message: 'monthNotClosed' })
    await close('2026-04')
    await expect(reopen('2026-04', '  ')).rejects.toMatchObject({
      code: 'invalid',
      fields: { reason: 'reasonMissing' },
    })
    expect(await closed()).toEqual(['2026-04'])
  })

  it('twice at once succeeds once', async () => {
    const { close, reopen, closed } = await given()
    await close('2026-05')
    const outcomes = await Promise.allSettled([reopen('2026-05'), reopen('2026-05')])
    expect(outcomes.map((each) => each.status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(await closed()).toEqual(['2026-04'])
  })
})

describe('a closed month', () => {
  it('takes nothing without a reason, and with it the whole save is refused', async () => {
    const { admin, close, save, lead } = await given()
    await close('2026-05')
    const refused = save(null, lead(150, '2026-09'), lead(125))
    await expect(refused).rejects.toMatchObject({ message: 'monthClosed', values: { month: '2026-04' } })
    const cells = await monthlyActuals(admin, { teamIds: null, from: '2026-04', to: '2026-09' })
    expect(cells.map((cell) => cell.value)).toEqual([120, 130, 140])
  })

  it('is corrected with a reason: who, when, why, before and after stay', async () => {
    const { admin, rootId, webId, close, save, lead } = await given()
    await close('2026-05')
    await save('名刺の重複を除いた', lead(118), lead(null, '2026-05'), lead(150, '2026-09'))
    await save('やはり必要', lead(131, '2026-05'))
    const place = { teamId: rootId, line: 'channel', channelId: webId, campaignId: null, metric: 'lead' }
    const who = { by: '山本 大輔', at: expect.any(String) }
    const found = await restatementsOf(admin, rootId, YEAR)
    expect(found).toHaveLength(3)
    expect(found).toEqual(
      expect.arrayContaining([
        { ...place, ...who, month: '2026-04', before: 120, after: 118, reason: { text: '名刺の重複を除いた' } },
        { ...place, ...who, month: '2026-05', before: 130, after: null, reason: { text: '名刺の重複を除いた' } },
        { ...place, ...who, month: '2026-05', before: null, after: 131, reason: { text: 'やはり必要' } },
      ]),
    )
    expect(found[2]).toMatchObject({ after: 131 })
  })

  it('notes no correction where the value stays, or where somebody else came first', async () => {
    const { admin, rootId, close, save, lead } = await given()
    await close('2026-05')
    await save(null, lead(120))
    const late = await save('訂正', { ...lead(99), version: 9 })
    expect(late.conflicts).toMatchObject([{ yours: 99, theirs: 120, by: '山本 大輔' }])
    expect(await restatementsOf(admin, rootId, YEAR)).toEqual([])
  })

  it('starts afresh when it was opened and closed again', async () => {
    const { admin, rootId, close, reopen, save, lead } = await given()
    await close('2026-04')
    await save('一度目', lead(121))
    await reopen('2026-04')
    await save(null, lead(122))
    expect(await restatementsOf(admin, rootId, YEAR)).toEqual([])
    await close('2026-04')
    await save('二度目', lead(123))
    expect(await restatementsOf(admin, rootId, YEAR)).toMatchObject([
      { before: 122, after: 123, reason: { text: '二度目' } },
    ])
  })

  it('keeps corrections of a campaign’s cells with the campaign', async () => {
    const { admin, rootId, channelIds, close, save, lead } = await given()
    const channelId = channelIds.展示会 ?? ''
    const { campaignId } = await addCampaign(admin, givenCampaign(rootId, channelId))
    const ofCampaign = (value: number) => ({ ...lead(value, '2026-05'), channelId, campaignId })
    await save(null, ofCampaign(380))
    await close('2026-05')
    await save('集計漏れ', ofCampaign(395))
    expect(await restatementsOf(admin, rootId, YEAR)).toMatchObject([{ campaignId, before: 380, after: 395 }])
  })
})

describe('the boundary month', () => {
  it('is chosen for a team and year, and given up again', async () => {
    const { admin, rootId, year } = await given()
    const choose = (month: Month | null) => chooseActualsThrough(admin, { teamId: rootId, year: 2026, month })
    expect((await year()).chosenThrough).toBeNull()
    await choose('2026-07')
    await choose('2026-08')
    expect((await year()).chosenThrough).toBe('2026-08')
    await choose(null)
    expect((await year()).chosenThrough).toBeNull()
  })

  it('lies in the year, and never before the last closed month', async () => {
    const { admin, rootId, close, year } = await given()
    await close('2026-06')
    const choose = (month: Month) => chooseActualsThrough(admin, { teamId: rootId, year: 2026, month })
    await expect(choose('2027-04')).rejects.toMatchObject({ fields: { month: 'monthOutsideYear' } })
    await expect(choose('2026-05')).rejects.toMatchObject({
      message: 'boundaryBeforeClose',
      values: { month: '2026-06' },
    })
    await choose('2026-06')
    expect((await year()).chosenThrough).toBe('2026-06')
  })
})
