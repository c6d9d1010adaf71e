import { describe, expect, it } from 'vitest'
import { fiscalYear } from '#lib/month'
import { addCampaign } from '../commands/add-campaign'
import { addTeam } from '../commands/add-team'
import { archiveCampaign } from '../commands/archive-campaign'
import { archiveTeam } from '../commands/archive-team'
import { chooseActualsThrough } from '../commands/choose-actuals-through'
import { closeMonths } from '../commands/close-months'
import { saveActuals } from '../commands/save-actuals'
import { givenActivePlan, givenCampaign, givenDraft, givenOrganisation } from '../fixtures'
import { planAndActuals } from './plan-and-actuals'
import { type Session, sessionOf } from './session'

const YEAR = fiscalYear(2026, 4)

async function given() {
  const org = await givenOrganisation()
  const webId = org.channelIds.Web ?? ''
  const cell = (month: '2025-04' | '2026-04' | '2025-03' | '2027-04', value: number) =>
    ({ month, line: 'channel', channelId: webId, metric: 'lead', value }) as const
  /** The admin at the next request. */
  const now = async (): Promise<Session> => (await sessionOf(org.admin)) ?? org.admin
  const read = async (teamId = org.rootId) => planAndActuals(await now(), teamId, YEAR, '2026-10-05')
  return { ...org, draft: givenDraft(webId), cell, now, read }
}

describe('a team’s year', () => {
  it('has the active plans of this year and the next, and the cells of this year and the last', async () => {
    const { admin, rootId, draft, cell, read } = await given()
    for (const year of [2025, 2026, 2027, 2028]) await givenActivePlan(admin, rootId, year, draft)
    const cells = [cell('2025-03', 1), cell('2025-04', 2), cell('2026-04', 3), cell('2027-04', 4)]
    await saveActuals(admin, { teamId: rootId, cells })
    const source = await read()
    expect(source.plans.map((plan) => plan.year)).toEqual([2026, 2027])
    expect(source.actuals.map((actual) => actual.value)).toEqual([2, 3])
    expect(source.wholeOf).toBeNull()
  })

  it('is the whole for the root, once other teams exist', async () => {
    const { admin, rootId, draft, cell, read } = await given()
    const { teamId } = await addTeam(admin, { name: '第一事業部' })
    await givenActivePlan(admin, teamId, 2026, draft)
    await saveActuals(admin, { teamId, cells: [cell('2026-04', 5)] })
    await saveActuals(admin, { teamId: rootId, cells: [cell('2026-04', 6)] })
    const whole = await read()
    expect([whole.wholeOf, whole.actuals.map((actual) => actual.value).sort()]).toEqual([rootId, [5, 6]])
    expect((await read(teamId)).actuals.map((actual) => actual.value)).toEqual([5])
    await archiveTeam(admin, { teamId })
    expect((await read()).wholeOf).toBe(rootId)
  })

  it('reaches back a year and the longest lag of its plan: 2.5 months look back on three', async () => {
    const { admin, rootId, draft, cell, read } = await given()
    const channels = draft.channels.map((channel) => ({
      ...channel,
      transitions: channel.transitions.map((each) => (each.to === 'won' ? { ...each, lag: '2.5' } : each)),
    }))
    await givenActivePlan(admin, rootId, 2026, { ...draft, channels })
    const month = (text: '2024-12' | '2025-01' | '2025-02', value: number) => ({
      ...cell('2025-03', value),
      month: text,
    })
    await saveActuals(admin, { teamId: rootId, cells: [month('2024-12', 1), month('2025-01', 2), month('2025-02', 3)] })
    expect((await read()).actuals.map((actual) => actual.value)).toEqual([2, 3])
    const curve = channels.map((channel) => ({
      ...channel,
      transitions: [{ to: 'won', rate: '0.1', lag: ['0', '0', '1'] }],
    }))
    await givenActivePlan(admin, rootId, 2026, {
      ...draft,
      channels: curve.map((channel) => ({ ...channel, entry: 'opportunity', unitCost: null, unitCostStage: null })),
    })
    expect((await read()).actuals.map((actual) => actual.value)).toEqual([3])
  })

  it('has its campaigns, closes, corrections and how far it is closed; the whole has those of all teams', async () => {
    const { admin, rootId, draft, cell, read } = await given()
    const { teamId } = await addTeam(admin, { name: '第一事業部' })
    const [channel] = draft.channels
    const { campaignId } = await addCampaign(admin, givenCampaign(teamId, channel?.channelId ?? ''))
    await archiveCampaign(admin, { campaignId })
    await saveActuals(admin, { teamId, cells: [cell('2026-04', 5)] })
    await closeMonths(admin, { teamId, through: '2026-04', today: '2026-10-05' })
    await saveActuals(admin, { teamId, cells: [cell('2026-04', 6)], reason: '訂正' })
    await chooseActualsThrough(admin, { teamId, year: 2026, month: '2026-04' })
    const own = await read(teamId)
    expect(own.campaigns.map((each) => [each.id, each.archivedAt === null])).toEqual([[campaignId, false]])
    expect(own.closes).toEqual([{ teamId, through: '2026-04' }])
    expect(own.restatements).toMatchObject([{ before: 5, after: 6 }])
    expect(own.chosenThrough).toBe('2026-04')
    const whole = await read(rootId)
    expect([whole.campaigns, whole.closes, whole.restatements, whole.chosenThrough]).toMatchObject([
      [{ id: campaignId }],
      [{ teamId }],
      [{ teamId, after: 6 }],
      null,
    ])
  })

  it('is read once until something changes, and is right at the next request', async () => {
    const { admin, rootId, cell, read } = await given()
    const before = await read()
    expect(await read()).toBe(before)
    await saveActuals(admin, { teamId: rootId, cells: [cell('2026-04', 9)] })
    expect((await read()).actuals.map((actual) => actual.value)).toEqual([9])
  })

  it('does not mix organisations up, however many ask at once', async () => {
    const [ours, theirs] = [await given(), await given()]
    await saveActuals(ours.admin, { teamId: ours.rootId, cells: [ours.cell('2026-04', 1)] })
    await saveActuals(theirs.admin, { teamId: theirs.rootId, cells: [theirs.cell('2026-04', 2)] })
    const asked = Array.from({ length: 40 }, (_, i) => (i % 2 === 0 ? ours : theirs))
    const seen = await Promise.all(asked.map((org) => org.read()))
    expect(seen.map((source) => source.actuals[0]?.value)).toEqual(asked.map((org) => (org === ours ? 1 : 2)))
  })
})
