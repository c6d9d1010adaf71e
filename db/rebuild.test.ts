import { describe, expect, it } from 'vitest'
import { withOrg } from './client'
import { upsertLeads } from './commands/upsert-leads'
import { givenOrganisation } from './fixtures'
import { sessionOf } from './queries/session'
import { rebuildRollups } from './rebuild'
import { givenLead, rollupOf } from './record-fixtures'

const NOTHING = {
  ...{ months: [], journeys: [], handovers: [], influences: 0 },
  credits: { journeys: [], cells: [] },
}

describe('rebuilding the rollup', () => {
  it('finds nothing where the commands did their work', async () => {
    const org = await givenOrganisation()
    await upsertLeads(org.admin, { importId: null, rows: [givenLead(org)] })
    expect(await rebuildRollups(org.admin)).toEqual(NOTHING)
  })

  it('reports and mends what is wrong, missing or too much, and raises the data version', async () => {
    const org = await givenOrganisation()
    const rows = [givenLead(org), givenLead(org, { identity: 'x:2', stages: { lead: '2026-05-01' } })]
    await upsertLeads(org.admin, { importId: null, rows })
    await withOrg(org.admin, async ({ $client }) => {
      await $client.query(`update monthly_rollup set value = 7 where month = '2026-04'`)
      await $client.query(`delete from monthly_rollup where month = '2026-05'`)
      await $client.query(`insert into monthly_rollup values ($1, $2, '2026-06', 'channel', $3, null, 'lead', 3, 3)`, [
        org.orgId,
        org.rootId,
        org.channelIds.Web,
      ])
    })
    const { userId, orgId, sessionId } = org.admin
    const version = async () => (await sessionOf({ userId, orgId, sessionId }))?.dataVersion ?? 0
    const before = await version()
    const told = (await rebuildRollups(org.admin)).months.map(({ month, value, records }) => [month, value, records])
    expect(told.toSorted()).toEqual([
      ['2026-04', -6, 0],
      ['2026-05', 1, 1],
      ['2026-06', -3, -3],
    ])
    expect(await rollupOf(org)).toEqual(['2026-04 Web lead 1', '2026-05 Web lead 1'])
    expect(await version()).toBe(before + 1)
  })

  it('leaves other organisations alone', async () => {
    const [ours, theirs] = [await givenOrganisation(), await givenOrganisation()]
    await upsertLeads(theirs.admin, { importId: null, rows: [givenLead(theirs)] })
    await withOrg(theirs.admin, ({ $client }) => $client.query('update monthly_rollup set value = 7'))
    expect(await rebuildRollups(ours.admin)).toEqual(NOTHING)
    expect((await rebuildRollups(theirs.admin)).months).toHaveLength(1)
  })
})
