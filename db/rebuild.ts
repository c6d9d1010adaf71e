import { pathToFileURL } from 'node:url'
import pg from 'pg'
import { endPool, type Tenant, withOrg } from './client'
import { newId } from './id'
import { type Contribution, contributionsOf, difference } from './records/contributions'
import { deriveOpportunities } from './records/derived'
import { writeRollup } from './records/rollup'
import { migrateUrl } from './url'

/** A cell that the rollup had otherwise than the records say. */
export type Mended = Contribution & { readonly orgId: string }

/**
 * Counts an organisation's records anew, writes the rollup where it differs, and answers the differences: value and
 * records are what had to be added. None is what is expected.
 */
export async function rebuildRollup(tenant: Tenant): Promise<Mended[]> {
  return withOrg(tenant, async (tx) => {
    const { orgId } = tenant
    await tx.$client.query("set local statement_timeout = '10min'")
    await tx.$client.query('select pg_advisory_xact_lock(7414, hashtext($1))', [orgId])
    const { rows } = await tx.$client.query<{ id: string }>('select id from opportunities where org_id = $1', [orgId])
    await deriveOpportunities(
      tx,
      orgId,
      rows.map(({ id }) => id),
    )
    const counted = await contributionsOf(tx, orgId, { leads: null, opportunities: null, costs: null })
    const standing = await tx.$client.query<Contribution>(
      `select team_id as "teamId", month, line, channel_id as "channelId", campaign_id as "campaignId", metric,
         value::float8 as value, records::float8 as records from monthly_rollup where org_id = $1`,
      [orgId],
    )
    const changes = difference(standing.rows, counted)
    await writeRollup(tx, orgId, changes)
    if (changes.length > 0) {
      await tx.$client.query('update organisations set data_version = data_version + 1 where org_id = $1', [orgId])
    }
    return changes.map((change) => ({ ...change, orgId }))
  })
}

/** Every organisation, as the owner of the tables knows them: the policies hide them from everybody else. */
async function organisationIds(): Promise<string[]> {
  const owner = new pg.Client({ connectionString: migrateUrl() })
  await owner.connect()
  try {
    await owner.query('begin; alter table organisations no force row level security')
    const { rows } = await owner.query<{ id: string }>('select org_id as id from organisations order by created_at')
    await owner.query('rollback')
    return rows.map(({ id }) => id)
  } finally {
    await owner.end()
  }
}

/** `npm run db:rebuild` */
async function main(): Promise<void> {
  const ids = await organisationIds()
  let mended = 0
  for (const orgId of ids) {
    for (const { month, line, metric, value, records, teamId, channelId } of await rebuildRollup({
      orgId,
      userId: newId(),
    })) {
      mended++
      console.log(
        `${orgId} team ${teamId} ${month} ${line} ${channelId ?? '-'} ${metric}: ${value >= 0 ? '+' : ''}${value} (${records} records)`,
      )
    }
  }
  console.log(`${ids.length} organisations, ${mended} differences`)
  await endPool()
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  main().catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error)
    process.exitCode = 1
  })
}
