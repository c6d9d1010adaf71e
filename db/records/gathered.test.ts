import { expect, it } from 'vitest'
import { withOrg } from '../client'
import { upsertLeads } from '../commands/upsert-leads'
import { upsertOpportunities } from '../commands/upsert-opportunities'
import { givenOrganisation } from '../fixtures'
import { givenLead, givenOpportunity, rollupOf } from '../record-fixtures'
import { GatheredChanges } from './gathered'

it('batches of one transaction write their figures once, and these are what all of them together count for', async () => {
  const org = await givenOrganisation()
  await withOrg(org.admin, async (tx) => {
    const gathered = new GatheredChanges()
    const work = { tx, actor: org.admin, gathered }
    const leads = (...rows: ReturnType<typeof givenLead>[]) => upsertLeads.within(work, { importId: null, rows })
    const cells = async () => (await tx.$client.query('select from monthly_rollup')).rowCount
    await leads(givenLead(org), givenLead(org, { identity: 'x:L2', passedAt: '2026-04-12' }))
    // The first one again, a month later: what the batch before counted must go.
    await leads(givenLead(org, { stages: { lead: '2026-05-10' }, passedAt: '2026-05-11' }))
    const deal = givenOpportunity(org, { leadExternalId: 'L2', amount: 7, state: 'won', closedOn: '2026-06-30' })
    await upsertOpportunities.within(work, { importId: null, rows: [deal] })
    expect(await cells()).toBe(0)
    await gathered.write(work)
    expect(await cells()).toBe(5)
  })
  // rollupOf also compares all rollups with what the records say.
  expect(await rollupOf(org)).toEqual([
    ...['2026-04 Web lead 1', '2026-04 Web opportunity 1', '2026-05 Web lead 1'],
    ...['2026-06 Web revenue 7', '2026-06 Web won 1'],
  ])
})
