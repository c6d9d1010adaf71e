import { newId } from '../id'
import type { CellChange } from './cell-changes'
import type { Work } from './command'

/** Writes changed cells of a locked team in two statements, whatever their number. */
export async function writeCells(
  work: Work,
  teamId: string,
  version: number,
  changes: readonly CellChange[],
): Promise<void> {
  const blanked = changes.filter((cell) => cell.after === null)
  const entered = changes.filter((cell) => cell.after !== null)
  if (blanked.length > 0) await deleteCells(work, teamId, blanked)
  if (entered.length > 0) await upsertCells(work, teamId, version, entered)
}

/** The parts of addresses, column by column, for unnest. */
function columns(cells: readonly CellChange[]) {
  return [
    cells.map((cell) => cell.month),
    cells.map((cell) => cell.line),
    cells.map((cell) => cell.channelId),
    cells.map((cell) => cell.campaignId),
    cells.map((cell) => cell.metric),
  ]
}

async function deleteCells({ tx, actor }: Work, teamId: string, cells: readonly CellChange[]): Promise<void> {
  const text = `delete from monthly_actuals a
    using unnest($3::text[], $4::text[], $5::uuid[], $6::uuid[], $7::text[]) as c (month, line, channel_id, campaign_id, metric)
    where a.org_id = $1 and a.team_id = $2 and a.month = c.month and a.line = c.line and a.metric = c.metric
      and a.channel_id is not distinct from c.channel_id and a.campaign_id is not distinct from c.campaign_id`
  await tx.$client.query(text, [actor.orgId, teamId, ...columns(cells)])
}

async function upsertCells(
  { tx, actor }: Work,
  teamId: string,
  version: number,
  cells: readonly CellChange[],
): Promise<void> {
  const text = `insert into monthly_actuals
      (org_id, team_id, version, updated_by, updated_at, month, line, channel_id, campaign_id, metric, id, value)
    select $1::uuid, $2::uuid, $3::bigint, $4::uuid, now(), c.*
    from unnest($5::text[], $6::text[], $7::uuid[], $8::uuid[], $9::text[], $10::uuid[], $11::bigint[]) as c
    on conflict (org_id, team_id, month, line, channel_id, campaign_id, metric) do update
    set value = excluded.value, version = excluded.version, updated_by = excluded.updated_by, updated_at = excluded.updated_at`
  const ids = cells.map(() => newId())
  const values = cells.map((cell) => cell.after)
  await tx.$client.query(text, [actor.orgId, teamId, version, actor.userId, ...columns(cells), ids, values])
}
