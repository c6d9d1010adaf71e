import { beforeEach, describe, expect, it } from 'vitest'
import { fiscalYear } from '#lib/month'
import { readOrg } from '../client'
import { type GivenOrganisation, givenMember, givenOrganisation } from '../fixtures'
import { restatementsOf } from '../queries/closing'
import { countingOf, monthFigures } from '../queries/counted'
import { planAndActuals } from '../queries/plan-and-actuals'
import { sessionOf } from '../queries/session'
import { givenLead, givenOpportunity } from '../record-fixtures'
import { addCampaign } from './add-campaign'
import { closeMonths } from './close-months'
import { countFrom } from './count-from'
import { saveActuals } from './save-actuals'
import { saveHandover } from './save-handover'
import { saveOpportunity } from './save-opportunity'
import { upsertLeads } from './upsert-leads'
import { upsertOpportunities } from './upsert-opportunities'

let org: GivenOrganisation
beforeEach(async () => {
  org = await givenOrganisation()
})

const leads = (...rows: Parameters<typeof givenLead>[1][]) =>
  upsertLeads(org.admin, { importId: null, rows: rows.map((row) => givenLead(org, row)) })
const web = () => ({ teamId: org.rootId, line: 'channel', channelId: org.channelIds.Web ?? '' }) as const
const count = (month: '2026-04' | '2026-05' | null, metric = 'lead') =>
  countFrom(org.admin, { ...web(), metric, month })

/** What plan vs actual reads of the year 2026. */
async function figures(): Promise<string[]> {
  const { userId, orgId, sessionId } = org.admin
  const session = await sessionOf({ userId, orgId, sessionId })
  const { actuals } = await planAndActuals(session ?? org.admin, org.rootId, fiscalYear(2026, 4), '2026-10-05')
  return actuals.map(({ month, metric, value }) => `${month} ${metric} ${value}`).sort()
}

const enter = (month: '2026-04' | '2026-05', value: number) =>
  saveActuals(org.admin, {
    teamId: org.rootId,
    cells: [{ line: 'channel', channelId: web().channelId, metric: 'lead', month, value }],
  })

describe('counting from records', () => {
  it('takes the place of what is entered, from the chosen month on', async () => {
    await enter('2026-04', 100)
    await enter('2026-05', 100)
    await leads({ identity: 'x:1' }, { identity: 'x:2', stages: { lead: '2026-05-01' } })
    expect(await figures()).toEqual(['2026-04 lead 100', '2026-05 lead 100'])
    await count('2026-05')
    expect(await figures()).toEqual(['2026-04 lead 100', '2026-05 lead 1'])
    await leads({ identity: 'x:3', stages: { lead: '2026-05-02' } })
    expect(await figures()).toEqual(['2026-04 lead 100', '2026-05 lead 2'])
    expect(await monthFigures(org.admin, { teamIds: null, from: '2026-05', to: '2026-05' })).toMatchObject([
      { month: '2026-05', value: 2 },
    ])
    await count(null)
    expect(await figures()).toEqual(['2026-04 lead 100', '2026-05 lead 100'])
  })

  it('takes no entry from the chosen month on; what stands there already is no change', async () => {
    await enter('2026-05', 100)
    await count('2026-05')
    await expect(enter('2026-05', 7)).rejects.toMatchObject({
      ...{ code: 'conflict', message: 'countedFromRecords' },
      values: { month: '2026-05' },
    })
    await enter('2026-05', 100)
    await enter('2026-04', 7)
    expect(await figures()).toEqual(['2026-04 lead 7'])
    await count(null)
    expect(await figures()).toEqual(['2026-04 lead 7', '2026-05 lead 100'])
  })

  it('leaves open how the other metrics of the month are entered', async () => {
    const { campaignId } = await addCampaign(org.admin, {
      ...{ teamId: org.rootId, channelId: web().channelId, name: '春', startsOn: '2026-05-01', endsOn: '2026-05-02' },
      ...{ budget: null, plannedEntries: null },
    })
    const enterCampaign = (metric: string) =>
      saveActuals(org.admin, {
        teamId: org.rootId,
        cells: [{ ...place(), campaignId, metric, month: '2026-05', value: 9 }],
      })
    const place = () => ({ line: 'channel', channelId: web().channelId }) as const
    await enter('2026-05', 100)
    await expect(enterCampaign('cost')).rejects.toMatchObject({ message: 'enteredDirectly' })
    await count('2026-05')
    await enterCampaign('cost')
    expect(await figures()).toEqual(['2026-05 cost 9'])
    await expect(enterCampaign('lead')).rejects.toMatchObject({ message: 'countedFromRecords' })
  })

  it('tells whoever reads the year from which month on', async () => {
    await count('2026-05')
    const { userId, orgId, sessionId } = org.admin
    const session = await sessionOf({ userId, orgId, sessionId })
    const { countedFrom } = await planAndActuals(session ?? org.admin, org.rootId, fiscalYear(2026, 4), '2026-10-05')
    expect(countedFrom).toEqual([{ ...web(), metric: 'lead', month: '2026-05' }])
  })

  it('shows both where both exist', async () => {
    await enter('2026-04', 100)
    await leads({})
    await count('2026-04')
    const { choices, compared } = await countingOf(org.admin, org.rootId, { from: '2026-04', to: '2027-03' })
    expect(choices).toEqual([{ ...web(), metric: 'lead', month: '2026-04' }])
    expect(compared).toEqual([{ ...web(), metric: 'lead', month: '2026-04', byHand: 100, fromRecords: 1 }])
    expect(await countingOf((await givenOrganisation()).admin, org.rootId, { from: '2026-04', to: '2027-03' })).toEqual(
      {
        choices: [],
        compared: [],
      },
    )
  })

  it('never reaches into a closed month, before or after', async () => {
    await enter('2026-04', 100)
    await closeMonths(org.admin, { teamId: org.rootId, through: '2026-04', today: '2026-10-05' })
    await expect(count('2026-04')).rejects.toMatchObject({ message: 'countedClosed' })
    await enter('2026-05', 3)
    await count('2026-05')
    await closeMonths(org.admin, { teamId: org.rootId, through: '2026-05', today: '2026-10-05' })
    await expect(count(null)).rejects.toMatchObject({ message: 'countedClosed' })
  })

  it('closes months that only records fill, and restates them when records change', async () => {
    await leads({ identity: 'x:1' })
    await count('2026-04')
    const closing = { teamId: org.rootId, through: '2026-04', today: '2026-10-05' } as const
    expect(await closeMonths(org.admin, closing)).toEqual({ closed: ['2026-04'] })
    await leads({ identity: 'x:2' }, { identity: 'x:3', stages: { lead: '2026-05-01' } })
    expect(await figures()).toEqual(['2026-04 lead 2', '2026-05 lead 1'])
    expect(await restatementsOf(org.admin, org.rootId, fiscalYear(2026, 4))).toMatchObject([
      { month: '2026-04', metric: 'lead', before: 1, after: 2, by: '山本 大輔', reason: { key: 'recordsChanged' } },
    ])
  })

  it('leaves closed months alone where figures are entered', async () => {
    await enter('2026-04', 100)
    await closeMonths(org.admin, { teamId: org.rootId, through: '2026-04', today: '2026-10-05' })
    await leads({})
    expect(await restatementsOf(org.admin, org.rootId, fiscalYear(2026, 4))).toEqual([])
  })

  it.each(['visit', 'nothing'])('of %s is refused: no record has it', async (metric) => {
    await expect(count('2026-04', metric)).rejects.toMatchObject({ code: 'invalid' })
  })
})

describe('a record changed by hand', () => {
  const ids = async (table: string) => {
    const rows = await readOrg(org.admin, async (tx) => (await tx.$client.query(`select id from ${table}`)).rows)
    return String(rows[0]?.id)
  }

  it('counts anew, stands against older news of its source, and yields to newer', async () => {
    const push = (sourceAt: string, amount: number) =>
      upsertOpportunities(org.admin, { importId: null, rows: [givenOpportunity(org, { sourceAt, amount })] })
    await push('2026-05-01T00:00:00Z', 5)
    const manager = await givenMember(org, 'sales_manager')
    const opportunityId = await ids('opportunities')
    const won = { state: 'won', closedOn: '2026-06-01', amount: 7, forecastCategory: 'A', isNew: false } as const
    await saveOpportunity(manager, { opportunityId, ...won })
    await countFrom(org.admin, {
      teamId: org.rootId,
      line: 'existing',
      channelId: null,
      metric: 'revenue',
      month: '2026-04',
    })
    expect(await figures()).toEqual(['2026-04 revenue 0', '2026-05 revenue 0', '2026-06 revenue 7'])
    expect(await push('2026-05-02T00:00:00Z', 5)).toMatchObject([{ status: 'older' }])
    expect(await push('2099-01-01T00:00:00Z', 9)).toMatchObject([{ status: 'updated' }])
    await saveOpportunity(manager, { opportunityId, state: 'won', closedOn: '2026-06-01', amount: 11 })
    expect(await figures()).toEqual(['2026-04 revenue 0', '2026-05 revenue 0', '2026-06 revenue 11'])
  })

  it('is not found in another organisation, nor with another’s channel', async () => {
    await upsertOpportunities(org.admin, { importId: null, rows: [givenOpportunity(org)] })
    await leads({})
    const other = await givenOrganisation()
    const opportunityId = await ids('opportunities')
    const edit = { opportunityId, amount: 1 }
    await expect(saveOpportunity(other.admin, edit)).rejects.toMatchObject({ code: 'notFound' })
    const foreign = { opportunityId, channelId: other.channelIds.Web ?? '' }
    await expect(saveOpportunity(org.admin, foreign)).rejects.toMatchObject({ code: 'notFound' })
    await saveOpportunity(org.admin, { ...foreign, channelId: org.channelIds.Web ?? '' })
    const handover = { leadId: await ids('leads'), passedAt: '2026-04-12', workedAt: '2026-04-13T01:00:00Z' }
    await expect(saveHandover(other.admin, handover)).rejects.toMatchObject({ code: 'notFound' })
    await saveHandover(org.admin, handover)
    const [lead] = await readOrg(org.admin, async (tx) => (await tx.$client.query('select * from leads')).rows)
    expect(lead.passed_at.toISOString()).toBe('2026-04-11T15:00:00.000Z')
  })
})
