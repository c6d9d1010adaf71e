import type { Tx } from '../client'
import type { Work } from '../commands/command'
import { type Contribution, contributionsOf, difference, type Touched } from './contributions'
import { deriveOpportunities } from './derived'
import { deriveInfluences } from './influences'
import { cellDifference, cellsOf, HANDOVERS, JOURNEYS, writeCells } from './pipeline-rollups'
import { type ChangedCell, restateCounted } from './restated'
import { type StoredRecord, storedRecords } from './stored'
import { LEADS } from './tables'

/** One writer of records per organisation at a time: deltas need to know what stood before. Held until the commit. */
export async function lockRecords({ tx, actor }: Work): Promise<void> {
  await tx.$client.query('select pg_advisory_xact_lock(7414, hashtext($1))', [actor.orgId])
}

/** The same without waiting: false while somebody else writes. */
export async function tryLockRecords({ tx, actor }: Work): Promise<boolean> {
  const text = 'select pg_try_advisory_xact_lock(7414, hashtext($1)) as locked'
  const { rows } = await tx.$client.query<{ locked: boolean }>(text, [actor.orgId])
  return rows[0]?.locked ?? false
}

/**
 * Runs a write and brings the rollups in step with it, in the same transaction.
 * @param touched records whose figures may change, as far as they exist before the write
 * @param write answers all of them as they are after it; opportunities are derived again before they are counted
 */
export async function recounted(work: Work, touched: Touched, write: () => Promise<Touched>): Promise<void> {
  const { tx, actor } = work
  const before = await figuresOf(tx, actor.orgId, touched)
  const written = await write()
  const opportunities = written.opportunities ?? []
  await deriveOpportunities(tx, actor.orgId, opportunities)
  await deriveInfluences(tx, actor.orgId, [...new Set([...opportunities, ...written.influences])])
  const after = await figuresOf(tx, actor.orgId, written)
  const changes = difference(before.months, after.months)
  await restateCounted(work, await writeRollup(tx, actor.orgId, changes))
  await writeCells(tx, actor.orgId, JOURNEYS, cellDifference(JOURNEYS, before.journeys, after.journeys))
  await writeCells(tx, actor.orgId, HANDOVERS, cellDifference(HANDOVERS, before.handovers, after.handovers))
}

/** What records count for in each rollup. */
async function figuresOf(tx: Tx, orgId: string, { journeys, ...counted }: Touched) {
  const { leads, opportunities } = counted
  const own = new Set(leads?.map(({ id }) => id))
  const others = await leadsWithIds(
    tx,
    orgId,
    journeys.filter((id) => !own.has(id)),
  )
  return {
    months: await contributionsOf(tx, orgId, counted),
    journeys: await cellsOf(tx, orgId, JOURNEYS, { leads: [...(leads ?? []), ...others], opportunities }),
    handovers: await cellsOf(tx, orgId, HANDOVERS, { leads, opportunities: [] }),
  }
}

async function leadsWithIds(tx: Tx, orgId: string, ids: readonly string[]): Promise<StoredRecord[]> {
  return ids.length === 0 ? [] : storedRecords(tx, orgId, LEADS, { by: 'id', among: ids })
}

/** Adds changes to the rollup's cells, drops those that no record is behind any more, and answers what each holds now. */
export async function writeRollup(tx: Tx, orgId: string, changes: readonly Contribution[]): Promise<ChangedCell[]> {
  if (changes.length === 0) return []
  const { rows } = await tx.$client.query<ChangedCell>(
    `with given as (select * from json_to_recordset($2::json) as r("teamId" uuid, month text, line text,
       "channelId" uuid, "campaignId" uuid, metric text, value bigint, records bigint)),
     written as (insert into monthly_rollup
       (org_id, team_id, month, line, channel_id, campaign_id, metric, value, records)
       select $1, "teamId", month, line, "channelId", "campaignId", metric, value, records from given
       on conflict (org_id, team_id, month, line, channel_id, campaign_id, metric) do update
       set value = monthly_rollup.value + excluded.value, records = monthly_rollup.records + excluded.records
       returning *)
     select g."teamId", g.month, g.line, g."channelId", g."campaignId", g.metric, g.value::float8 as value,
       g.records::float8 as records, w.value::float8 as after
     from given g join written w on w.team_id = g."teamId" and w.month = g.month and w.line = g.line
       and w.metric = g.metric and w.channel_id is not distinct from g."channelId"
       and w.campaign_id is not distinct from g."campaignId"`,
    [orgId, JSON.stringify(changes)],
  )
  await tx.$client.query('delete from monthly_rollup where org_id = $1 and records = 0 and month = any($2::text[])', [
    orgId,
    [...new Set(changes.map(({ month }) => month))],
  ])
  return rows
}
