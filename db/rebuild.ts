import { pathToFileURL } from 'node:url'
import pg from 'pg'
import { type MendedCredits, rebuildCredits } from './attribution/rebuilt'
import { endPool, type Tenant, type Tx, usePatientPool, withOrg } from './client'
import { newId } from './id'
import { type Contribution, contributionsOf, difference } from './records/contributions'
import { deriveOpportunities } from './records/derived'
import { deriveInfluences } from './records/influences'
import {
  cellDifference,
  cellsOf,
  HANDOVERS,
  JOURNEYS,
  type PipelineRollup,
  type RollupCell,
  standingCells,
  writeCells,
} from './records/pipeline-rollups'
import { writeRollup } from './records/written-rollup'
import { migrateUrl } from './url'

/** A cell that monthly_rollup had otherwise than the records say. */
export type Mended = Contribution & { readonly orgId: string }

/** What an organisation's rollups had otherwise than the records say: none is what is expected. */
export type Rebuilt = {
  readonly months: readonly Mended[]
  /** Of the pipeline's rollups: how many leads and opportunities had to be added to a cell. */
  readonly journeys: readonly RollupCell[]
  readonly handovers: readonly RollupCell[]
  /** How many rows of opportunity_influences were wrong, missing or too much. */
  readonly influences: number
  /** What attribution credits. */
  readonly credits: MendedCredits
}

/** Counts an organisation's records anew, writes the rollups where they differ, and answers the differences. */
export async function rebuildRollups(tenant: Tenant): Promise<Rebuilt> {
  const counted = await recountedRecords(tenant)
  return { ...counted, credits: await rebuildCredits(tenant) }
}

async function recountedRecords(tenant: Tenant): Promise<Omit<Rebuilt, 'credits'>> {
  return withOrg(tenant, async (tx) => {
    const { orgId } = tenant
    await tx.$client.query('select pg_advisory_xact_lock(7414, hashtext($1))', [orgId])
    await deriveOpportunities(tx, orgId, null)
    const rebuilt = {
      months: (await rebuiltMonths(tx, orgId)).map((change) => ({ ...change, orgId })),
      journeys: await rebuiltCells(tx, orgId, JOURNEYS),
      handovers: await rebuiltCells(tx, orgId, HANDOVERS),
      influences: await deriveInfluences(tx, orgId, null),
    }
    if (recordDifferences(rebuilt) > 0) {
      await tx.$client.query('update organisations set data_version = data_version + 1 where org_id = $1', [orgId])
    }
    return rebuilt
  })
}

/** How many differences there were. */
export function countOf({ credits, ...records }: Rebuilt): number {
  return recordDifferences(records) + credits.journeys.length + credits.cells.length
}

function recordDifferences({ months, journeys, handovers, influences }: Omit<Rebuilt, 'credits'>): number {
  return months.length + journeys.length + handovers.length + influences
}

async function rebuiltMonths(tx: Tx, orgId: string): Promise<Contribution[]> {
  const standing = await tx.$client.query<Contribution>(
    `select team_id as "teamId", month, line, channel_id as "channelId", campaign_id as "campaignId", metric,
       value::float8 as value, records::float8 as records from monthly_rollup where org_id = $1`,
    [orgId],
  )
  const counted = await contributionsOf(tx, orgId, { leads: null, opportunities: null, costs: null })
  const changes = difference(standing.rows, counted)
  await writeRollup(tx, orgId, changes)
  return changes
}

async function rebuiltCells(tx: Tx, orgId: string, rollup: PipelineRollup): Promise<RollupCell[]> {
  const counted = await cellsOf(tx, orgId, rollup, { leads: null, opportunities: null })
  const changes = cellDifference(rollup, await standingCells(tx, orgId, rollup), counted)
  await writeCells(tx, orgId, rollup, changes)
  return changes
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
  usePatientPool()
  let differences = 0
  for (const orgId of ids) {
    const rebuilt = await rebuildRollups({ orgId, userId: newId() })
    differences += countOf(rebuilt)
    for (const line of linesOf(rebuilt)) console.log(`${orgId} ${line}`)
  }
  console.log(`${ids.length} organisations, ${differences} differences`)
  await endPool()
}

function linesOf({ months, journeys, handovers, influences, credits }: Rebuilt): string[] {
  const signed = (value: number) => `${value >= 0 ? '+' : ''}${value}`
  const cells = (name: string, changes: readonly RollupCell[]) =>
    changes.map(({ records, ...cell }) => `${name} ${Object.values(cell).map(shown).join(' ')}: ${signed(records)}`)
  return [
    ...months.map(
      ({ month, line, metric, value, records, teamId, channelId }) =>
        `team ${teamId} ${month} ${line} ${channelId ?? '-'} ${metric}: ${signed(value)} (${records} records)`,
    ),
    ...cells('journeys', journeys),
    ...cells('handovers', handovers),
    ...(influences > 0 ? [`influences: ${influences} rows`] : []),
    ...credits.journeys.map((id) => `journey of opportunity ${id}`),
    ...credits.cells.map(
      ({ teamId, basis, month, channelId, campaignId, amounts }) =>
        `credits team ${teamId} ${basis} ${month} ${channelId ?? '-'} ${campaignId ?? '-'}: ${amounts.map(signed).join(' ')}`,
    ),
  ]
}

const shown = (value: unknown) => (value === null ? '-' : typeof value === 'object' ? JSON.stringify(value) : value)

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  main().catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error)
    process.exitCode = 1
  })
}
