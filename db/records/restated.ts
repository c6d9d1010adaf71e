import type { RestatementReason } from '#lib/monthly-actual'
import type { Work } from '../commands/command'
import { newId } from '../id'
import type { Contribution } from './contributions'

/** A cell of the rollup that a write changed by `value`; `after` is what it holds now. */
export type ChangedCell = Contribution & { readonly after: number }

const REASON: RestatementReason = 'recordsChanged'

/**
 * A closed month does not change by itself: where its figures are counted from records, what records change in it is a
 * restatement, beside those that people enter (DOMAIN §1 締め).
 */
export async function restateCounted({ tx, actor }: Work, changes: readonly ChangedCell[]): Promise<void> {
  const rows = changes
    .filter(({ value }) => value !== 0)
    .map(({ after, value, ...cell }) => ({ ...cell, id: newId(), before: after - value, after }))
  await tx.$client.query(
    `insert into restatements (org_id, id, team_id, month, closed_at, line, channel_id, campaign_id, metric,
       before, after, reason_key, version, corrected_by, corrected_at)
     select $1, r.id, r."teamId", r.month, m.closed_at, r.line, r."channelId", r."campaignId", r.metric,
       r.before, r.after, $3, t.actuals_version, $4, $5
     from json_to_recordset($2::json) as r(id uuid, "teamId" uuid, month text, line text, "channelId" uuid,
       "campaignId" uuid, metric text, before bigint, after bigint)
     join month_closes m on m.org_id = $1 and m.team_id = r."teamId" and m.month = r.month and m.reopened_at is null
     join counted_from c on c.org_id = $1 and c.team_id = r."teamId" and c.line = r.line
       and c.channel_id is not distinct from r."channelId" and c.metric = r.metric and c.month <= r.month
     join teams t on t.org_id = $1 and t.id = r."teamId"`,
    [actor.orgId, JSON.stringify(rows), REASON, actor.userId, new Date()],
  )
}
