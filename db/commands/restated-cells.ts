import { conflict } from '#lib/errors'
import type { Restatement } from '#lib/monthly-actual'
import { newId } from '../id'
import { closedMonthsIn } from '../queries/actuals'
import type { CellChange } from './cell-changes'
import type { Work } from './command'

/** The changes that correct a closed month. Without a reason there are none. @throws AppError 'conflict' (monthClosed) */
export async function corrections(
  { tx, actor }: Work,
  teamId: string,
  changes: readonly CellChange[],
  reason: Restatement['reason'] | null,
): Promise<CellChange[]> {
  const closed = new Set(await closedMonthsIn(tx, actor.orgId, teamId))
  const corrected = changes.filter((cell) => closed.has(cell.month))
  const [first] = corrected.map((cell) => cell.month).sort()
  if (first && reason === null) throw conflict('monthClosed', { month: first })
  return corrected
}

/** Writes one restatement for each corrected cell, under the close of its month that stands now. */
export async function writeRestatements(
  { tx, actor }: Work,
  teamId: string,
  version: number,
  corrected: readonly CellChange[],
  reason: Restatement['reason'] | null,
): Promise<void> {
  if (corrected.length === 0 || reason === null) return
  const text = `insert into restatements
      (org_id, team_id, version, corrected_by, corrected_at, reason, reason_key, month, closed_at, line, channel_id, campaign_id, metric, id, before, after)
    select $1::uuid, $2::uuid, $3::bigint, $4::uuid, now(), $5::text, $14::text, c.month, m.closed_at, c.line, c.channel_id, c.campaign_id, c.metric, c.id, c.before, c.after
    from unnest($6::text[], $7::text[], $8::uuid[], $9::uuid[], $10::text[], $11::uuid[], $12::bigint[], $13::bigint[])
      as c (month, line, channel_id, campaign_id, metric, id, before, after)
    join month_closes m on m.org_id = $1 and m.team_id = $2 and m.month = c.month and m.reopened_at is null`
  await tx.$client.query(text, [
    ...[actor.orgId, teamId, version, actor.userId, 'text' in reason ? reason.text : null],
    corrected.map((cell) => cell.month),
    corrected.map((cell) => cell.line),
    corrected.map((cell) => cell.channelId),
    corrected.map((cell) => cell.campaignId),
    corrected.map((cell) => cell.metric),
    corrected.map(() => newId()),
    corrected.map((cell) => cell.before),
    corrected.map((cell) => cell.after),
    'key' in reason ? reason.key : null,
  ])
}
