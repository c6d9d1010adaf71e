import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { type Tx, withOrg } from '../client'
import { givenCampaign, givenMember, givenOrganisation } from '../fixtures'
import { newId } from '../id'
import { monthlyActuals as readActuals } from '../queries/actuals'
import { sessionOf } from '../queries/session'
import { monthlyActuals } from '../schema/actuals'
import { teams } from '../schema/teams'
import { addCampaign } from './add-campaign'
import { addTeam } from './add-team'
import { archiveChannel } from './archive-channel'
import { archiveTeam } from './archive-team'
import { saveActuals } from './save-actuals'

const MONTH = '2026-04'
const everything = { teamIds: null, from: '2000-01', to: '2099-12' } as const

async function given() {
  const org = await givenOrganisation()
  const webId = org.channelIds.Web ?? ''
  const lead = (value: number | null, changes: { month?: '2026-05'; version?: number | null } = {}) => ({
    ...({ month: MONTH, line: 'channel', channelId: webId, metric: 'lead', value } as const),
    ...changes,
  })
  const save = (...cells: Parameters<typeof saveActuals>[1]['cells']) =>
    saveActuals(org.admin, { teamId: org.rootId, cells })
  const values = async () => (await readActuals(org.admin, everything)).map((cell) => cell.value)
  return { ...org, webId, lead, save, values }
}

describe('cells', () => {
  it('come back as entered: counts, revenue, cost, and the lines without a channel', async () => {
    const { admin, rootId, webId, lead, save } = await given()
    const existing = { month: MONTH, line: 'existing', channelId: null, metric: 'revenue', value: 5_000_000 } as const
    await save(lead(120), { ...lead(-3000), metric: 'cost' }, existing, { ...existing, line: 'salesSourced', value: 0 })
    const place = { teamId: rootId, month: MONTH, campaignId: null, version: 1 }
    const entered = await readActuals(admin, everything)
    expect(entered).toHaveLength(4)
    expect(entered).toEqual(
      expect.arrayContaining([
        { ...place, line: 'channel', channelId: webId, metric: 'lead', value: 120 },
        { ...place, line: 'channel', channelId: webId, metric: 'cost', value: -3000 },
        { ...place, line: 'existing', channelId: null, metric: 'revenue', value: 5_000_000 },
        { ...place, line: 'salesSourced', channelId: null, metric: 'revenue', value: 0 },
      ]),
    )
  })

  it('are blank again after null, which is not 0', async () => {
    const { lead, save, values } = await given()
    await save(lead(0), lead(7, { month: '2026-05' }))
    expect(await values()).toEqual([0, 7])
    const { saved } = await save(lead(null))
    expect(saved).toMatchObject([{ value: null, version: null }])
    expect(await values()).toEqual([7])
  })

  it('hold the largest exact whole number', async () => {
    const { lead, save, values } = await given()
    await save({ ...lead(Number.MAX_SAFE_INTEGER), metric: 'revenue' })
    expect(await values()).toEqual([9_007_199_254_740_991])
  })

  it('of a campaign are its channel’s, and of no other', async () => {
    const { admin, rootId, webId, lead, save, channelIds } = await given()
    const { campaignId } = await addCampaign(admin, givenCampaign(rootId, webId))
    await save({ ...lead(3), campaignId })
    const entered = await readActuals(admin, everything)
    expect(entered.map((cell) => [cell.channelId, cell.campaignId, cell.value])).toEqual([[webId, campaignId, 3]])
    const ofAnother = { ...lead(1), channelId: channelIds.展示会 ?? '', campaignId }
    await expect(save(ofAnother)).rejects.toMatchObject({ code: 'notFound' })
  })
})

describe('a channel’s month', () => {
  async function givenCampaignOf() {
    const org = await given()
    const { campaignId } = await addCampaign(org.admin, givenCampaign(org.rootId, org.webId))
    const ofCampaign = (value: number | null) => ({ ...org.lead(value), campaignId })
    return { ...org, ofCampaign }
  }

  it('that is entered directly is not entered by campaign too, and the other way about', async () => {
    const { lead, ofCampaign, save, values } = await givenCampaignOf()
    await save(lead(10))
    await expect(save({ ...ofCampaign(3), metric: 'cost' })).rejects.toMatchObject({
      code: 'conflict',
      message: 'enteredDirectly',
      values: { month: MONTH },
    })
    await save(lead(null), ofCampaign(3))
    await expect(save(lead(10))).rejects.toMatchObject({ message: 'enteredByCampaign', values: { month: MONTH } })
    expect(await values()).toEqual([3])
  })

  it('may be entered otherwise than the next one, and than another channel’s', async () => {
    const { lead, ofCampaign, save, values, channelIds } = await givenCampaignOf()
    await save(lead(10), { ...ofCampaign(3), month: '2026-05' })
    await save({ ...lead(4), channelId: channelIds.展示会 ?? '', month: '2026-05' })
    expect((await values()).sort((a, b) => a - b)).toEqual([3, 4, 10])
  })

  it('that is blank again is free', async () => {
    const { lead, ofCampaign, save, values } = await givenCampaignOf()
    await save(ofCampaign(3))
    await save(ofCampaign(null))
    await save(lead(10))
    expect(await values()).toEqual([10])
  })

  it('is entered one way when two people enter it both ways at once', async () => {
    const { lead, ofCampaign, save, values } = await givenCampaignOf()
    const outcomes = await Promise.allSettled([save(lead(10)), save(ofCampaign(3))])
    expect(outcomes.map((each) => each.status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(await values()).toHaveLength(1)
  })
})

describe('a cell is refused', () => {
  it.each([
    ['a negative count', { value: -1 }, 'value', 'countNegative'],
    ['a part of one', { value: 1.5 }, 'value', 'numberNotWhole'],
    ['no number', { value: Number.NaN }, 'value', 'numberNotWhole'],
    ['more than counts exactly', { value: 9_007_199_254_740_992 }, 'value', expect.any(String)],
    ['a metric that the funnel does not have', { metric: 'click' }, 'metric', 'stageUnknown'],
    ['a month that is none', { month: '2026-13' as '2026-12' }, 'month', 'invalid'],
    ['a channel’s line without a channel', { channelId: null }, 'channelId', 'invalid'],
  ])('with %s', async (_, change, field, message) => {
    const { lead, save, values } = await given()
    const refused = save(lead(1, { month: '2026-05' }), { ...lead(1), ...change })
    await expect(refused).rejects.toMatchObject({ code: 'invalid', fields: { [`cells.1.${field}`]: message } })
    expect(await values()).toEqual([])
  })

  it('when it comes twice', async () => {
    const { lead, save } = await given()
    await expect(save(lead(1), lead(2))).rejects.toMatchObject({ code: 'invalid', fields: { cells: 'cellTwice' } })
  })

  it('with counts on a line that only has revenue', async () => {
    const { save } = await given()
    const cell = { month: MONTH, line: 'existing', channelId: null, metric: 'won', value: 1 } as const
    await expect(save(cell)).rejects.toMatchObject({ code: 'invalid' })
  })

  it('of an archived team; an archived channel keeps its history and may be corrected', async () => {
    const { admin, webId, lead, save, values } = await given()
    await save(lead(4))
    await archiveChannel(admin, { channelId: webId })
    await save(lead(5))
    expect(await values()).toEqual([5])
    const { teamId } = await addTeam(admin, { name: '旧事業部' })
    await archiveTeam(admin, { teamId })
    const late = saveActuals(admin, { teamId, cells: [lead(1)] })
    await expect(late).rejects.toMatchObject({ message: 'teamArchived' })
  })
})

describe('two people at one cell', () => {
  it('never overwrite each other in silence: the second sees both values', async () => {
    const org = await given()
    const colleague = await givenMember(org, 'marketer')
    await org.save(org.lead(10))
    await saveActuals(colleague, { teamId: org.rootId, cells: [org.lead(11, { version: 1 })] })
    const second = await org.save(org.lead(12, { version: 1 }), org.lead(5, { month: '2026-05', version: null }))
    const theirs = { month: MONTH, yours: 12, theirs: 11, version: 2, by: 'marketer さん', at: expect.any(String) }
    expect(second.conflicts).toMatchObject([theirs])
    expect(Math.abs(Date.now() - Date.parse(second.conflicts[0]?.at ?? ''))).toBeLessThan(60_000)
    expect(second.saved).toMatchObject([{ month: '2026-05', value: 5, version: 3 }])
    expect(await org.values()).toEqual([11, 5])
    const [conflict] = second.conflicts
    await org.save(org.lead(12, { version: conflict?.version }))
    expect(await org.values()).toEqual([12, 5])
  })

  it('agree when both entered the same', async () => {
    const { lead, save } = await given()
    await save(lead(10, { version: null }))
    expect(await save(lead(10, { version: null }))).toMatchObject({ saved: [{ value: 10, version: 1 }], conflicts: [] })
  })

  it('notice a cell that was blanked and entered again', async () => {
    const { lead, save } = await given()
    await save(lead(10))
    await save(lead(null))
    await save(lead(20))
    expect((await save(lead(11, { version: 1 }))).conflicts).toMatchObject([{ yours: 11, theirs: 20, version: 3 }])
  })

  it('are told when the other one made it blank: there is no value, and nobody’s', async () => {
    const { lead, save } = await given()
    await save(lead(10))
    await save(lead(null))
    const { conflicts } = await save(lead(11, { version: 1 }))
    expect(conflicts).toMatchObject([{ yours: 11, theirs: null, version: null, by: null, at: null }])
  })

  it('wait for each other: who comes second compares with what the first one wrote', async () => {
    const { admin, orgId, rootId, webId, lead, save, values } = await given()
    const second = await withOrg(admin, async (tx) => {
      await tx.update(teams).set({ actualsVersion: 1 }).where(eq(teams.id, rootId))
      const waiting = { outcome: save(lead(12, { version: null })) }
      await expect.poll(() => isAwaited(tx), { timeout: 30_000 }).toBe(true)
      const cell = { orgId, id: newId(), teamId: rootId, month: MONTH, line: 'channel', channelId: webId } as const
      const entered = { metric: 'lead', value: 11, version: 1, updatedBy: admin.userId, updatedAt: new Date() }
      await tx.insert(monthlyActuals).values({ ...cell, ...entered })
      return waiting
    })
    expect((await second.outcome).conflicts).toMatchObject([{ yours: 12, theirs: 11, version: 1 }])
    expect(await values()).toEqual([11])
  })

  it('at the same moment: of twenty saves one wins, and every other one is told', async () => {
    const { lead, save, values } = await given()
    const saves = Array.from({ length: 20 }, (_, i) => save(lead(i + 1, { version: null })))
    const outcomes = await Promise.all(saves)
    expect(outcomes.filter((outcome) => outcome.conflicts.length === 0)).toHaveLength(1)
    const [winner] = outcomes.flatMap((outcome) => outcome.saved)
    expect(await values()).toEqual([winner?.value])
  })
})

/** Whether another transaction waits for this one to end. */
async function isAwaited(tx: Tx): Promise<boolean> {
  const { rows } = await tx.$client.query<{ awaited: boolean }>(
    'select exists (select from pg_locks where not granted and transactionid = pg_current_xact_id()::xid) as awaited',
  )
  return rows[0]?.awaited ?? false
}

describe('the data version', () => {
  it('rises with a save, and not with one that changes nothing', async () => {
    const { admin, lead, save } = await given()
    const version = async () => (await sessionOf(admin))?.dataVersion ?? 0
    const start = await version()
    await save(lead(1))
    expect(await version()).toBe(start + 1)
    await save(lead(1))
    expect(await version()).toBe(start + 1)
  })
})
