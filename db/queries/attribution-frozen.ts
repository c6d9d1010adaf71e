import { KeptRules } from '#lib/attribution/kept-rules'
import type { CreditRestatement, FrozenBasis, RestatementCause } from '#lib/attribution/restatement'
import type { FrozenMonth } from '#lib/attribution/standing'
import { isMonth } from '#lib/month'
import type { Tx } from '../client'
import type { CreditTeams, Span } from './attribution'

/** Months of teams that are closed now and were frozen, in order. */
export async function frozenMonthsIn(
  tx: Tx,
  { orgId, teamIds }: CreditTeams,
  { from, to }: Span,
): Promise<FrozenMonth[]> {
  const { rows } = await tx.$client.query<{ teamId: string; month: string; closedAt: Date; rules: unknown }>(
    `select m.team_id as "teamId", m.month, m.closed_at as "closedAt", f.rules
     from month_closes m join attribution_frozen_rules f on f.org_id = m.org_id and f.team_id = m.team_id
       and f.month = m.month and f.closed_at = m.closed_at
     where m.org_id = $1 and m.team_id = any($2::uuid[]) and m.month between $3 and $4 and m.reopened_at is null
     order by m.month, m.team_id`,
    [orgId, teamIds, from, to],
  )
  return rows.flatMap(({ teamId, month, closedAt, rules }) =>
    isMonth(month) ? [{ teamId, month, closedAt: closedAt.toISOString(), rules: KeptRules.parse(rules) }] : [],
  )
}

type Row = Pick<CreditRestatement, 'id' | 'teamId' | 'opportunityId' | 'name' | 'account' | 'isNew'> & {
  readonly month: string
  readonly basis: FrozenBasis
  readonly cause: RestatementCause
  readonly beforeAmount: number | null
  readonly beforeTouches: number | null
  readonly afterAmount: number | null
  readonly afterTouches: number | null
  readonly at: Date
}

/** What records changed in closed months since their present close, in the order of time. */
export async function creditRestatementsIn(
  tx: Tx,
  { orgId, teamIds }: CreditTeams,
  { from, to }: Span,
): Promise<CreditRestatement[]> {
  const { rows } = await tx.$client.query<Row>(
    `select r.id, r.team_id as "teamId", r.month, r.basis, r.opportunity_id as "opportunityId", o.name, a.name as account,
       r.cause, r.is_new as "isNew", r.before_amount::float8 as "beforeAmount", r.before_touches as "beforeTouches",
       r.after_amount::float8 as "afterAmount", r.after_touches as "afterTouches", r.restated_at as at
     from attribution_restatements r
     join month_closes m on m.org_id = r.org_id and m.team_id = r.team_id and m.month = r.month
       and m.closed_at = r.closed_at and m.reopened_at is null
     left join opportunities o on o.org_id = r.org_id and o.id = r.opportunity_id
     left join accounts a on a.org_id = o.org_id and a.id = o.account_id
     where r.org_id = $1 and r.team_id = any($2::uuid[]) and r.month between $3 and $4
     order by r.restated_at, r.id`,
    [orgId, teamIds, from, to],
  )
  return rows.flatMap(({ month, at, beforeAmount, beforeTouches, afterAmount, afterTouches, ...row }) => {
    const before = side(beforeAmount, beforeTouches)
    const after = side(afterAmount, afterTouches)
    return isMonth(month) ? [{ ...row, month, before, after, at: at.toISOString() }] : []
  })
}

const side = (amount: number | null, touches: number | null) =>
  amount === null ? null : { amount, touches: touches ?? 0 }
