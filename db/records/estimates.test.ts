import pg from 'pg'
import { expect, it } from 'vitest'
import { withOrg } from '../client'
import { upsertLeads } from '../commands/upsert-leads'
import { upsertOpportunities } from '../commands/upsert-opportunities'
import { upsertTouches } from '../commands/upsert-touches'
import { type GivenOrganisation, givenOrganisation } from '../fixtures'
import { givenLead, givenOpportunity, givenTouch } from '../record-fixtures'
import { migrateUrl } from '../url'
import { lookedUp } from './looked-up'

const many = <Row>(lot: number, row: (identity: string) => Row) =>
  Array.from({ length: 4000 }, (_, i) => row(`x:${lot}-${i}`))
const accountOf = (identity: string) => ({ account: { externalId: identity } })

async function importLot(org: GivenOrganisation, lot: number) {
  const leads = many(lot, (identity) =>
    givenLead(org, { identity, ...accountOf(identity), stages: { lead: '2026-04-10', mql: '2026-05-01' } }),
  )
  const deals = many(lot, (identity) => givenOpportunity(org, { identity, ...accountOf(identity) }))
  const touches = many(lot, (identity) => givenTouch(org, { identity, ...accountOf(identity) }))
  const results = [
    await upsertLeads(org.admin, { importId: null, rows: leads }),
    await upsertOpportunities(org.admin, { importId: null, rows: deals }),
    await upsertTouches(org.admin, { importId: null, rows: touches }),
  ]
  return results.map((rows) => rows.filter(({ status }) => status === 'created').length)
}

async function analyze(): Promise<void> {
  const owner = new pg.Client({ connectionString: migrateUrl() })
  await owner.connect()
  await owner.query('analyze')
  await owner.end()
}

// Planned for an organisation without records, the second lot would join thousands with thousands row by row: it would
// not end within a statement's time.
it('a new organisation’s first files come in beside a large one that the planner knows', {
  timeout: 120_000,
}, async () => {
  const known = await givenOrganisation()
  for (const lot of [1, 2]) await importLot(known, lot)
  await analyze()
  const fresh = await givenOrganisation()
  for (const lot of [1, 2]) expect(await importLot(fresh, lot)).toEqual([4000, 4000, 4000])
  const identities = many(1, (identity) => identity)
  const plan = await planOf(known, `select id from ${lookedUp('leads', 'identity', '$2::text[]')} l`, identities)
  // Not by an index of the organisation alone, which would read all of it for each batch.
  expect(plan).toMatch(/using leads_identity on leads .*\n.*AND \(identity = /)
})

function planOf({ admin }: GivenOrganisation, text: string, values: readonly string[]): Promise<string> {
  return withOrg(admin, async ({ $client }) => {
    const { rows } = await $client.query<{ 'QUERY PLAN': string }>(`explain ${text}`, [admin.orgId, values])
    return rows.map((row) => row['QUERY PLAN']).join('\n')
  })
}
