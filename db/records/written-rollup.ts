import type { Tx } from '../client'
import type { Contribution } from './contributions'
import type { ChangedCell } from './restated'

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
