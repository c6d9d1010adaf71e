import type { Basis, CreditRow } from '#lib/attribution/credit'
import { TOUCH_MODELS, type TouchModel } from '#lib/attribution/models'
import { isMonth } from '#lib/month'
import type { Tx } from '../client'
import type { CreditTeams, Span } from './attribution'

type Wanted = Span & {
  readonly bases: readonly Basis[]
  /** As closed months were frozen, or as everything is now. */
  readonly as: 'closed' | 'now'
}

type Line = Omit<CreditRow, 'model' | 'amount' | 'dealParts'>

/** $1 organisation, $2 teams, $3 … $4 months, $5 bases. */
const NOW = `select basis, month, is_new, channel_id, campaign_id, amounts, deal_parts
  from attribution_rollup r
  where r.org_id = $1 and r.team_id = any($2::uuid[]) and r.month between $3 and $4 and r.basis = any($5::text[])`

const CLOSED = `
  with closed as materialized (select m.team_id, m.month, m.closed_at from month_closes m
    join attribution_frozen_rules f on f.org_id = m.org_id and f.team_id = m.team_id and f.month = m.month
      and f.closed_at = m.closed_at
    where m.org_id = $1 and m.team_id = any($2::uuid[]) and m.month between $3 and $4 and m.reopened_at is null)
  ${NOW} and (r.basis not in ('won', 'created')
    or not exists (select from closed c where c.team_id = r.team_id and c.month = r.month))
  union all
  select f.basis, f.month, f.is_new, f.channel_id, f.campaign_id, f.amounts, f.deal_parts
  from closed c join attribution_frozen f on f.org_id = $1 and f.team_id = c.team_id and f.month = c.month
    and f.closed_at = c.closed_at
  where f.basis = any($5::text[])`

const sumsOf = (column: string) => `array[${TOUCH_MODELS.map((_, i) => `sum(${column}[${i + 1}])::float8`).join(', ')}]`

const rowsOf = ({ as }: Wanted) => (as === 'now' ? NOW : CLOSED)
const parameters = ({ orgId, teamIds }: CreditTeams, { from, to, bases }: Wanted) => [
  ...[orgId, teamIds, from, to, bases],
]

/** Credits by channel and month, one row for each model in which there is something. */
export async function channelCellsIn(tx: Tx, teams: CreditTeams, wanted: Wanted): Promise<CreditRow[]> {
  type Row = Omit<Line, 'teamId' | 'campaignId'> & { readonly amounts: number[]; readonly parts: number[] }
  const { rows } = await tx.$client.query<Row>(
    `select basis, month, is_new as "isNew", channel_id as "channelId", ${sumsOf('amounts')} as amounts,
       ${sumsOf('deal_parts')} as parts
     from (${rowsOf(wanted)}) cells group by 1, 2, 3, 4 order by 2, 1, 3, 4`,
    parameters(teams, wanted),
  )
  return rows.flatMap(({ amounts, parts, ...line }) =>
    TOUCH_MODELS.flatMap((model, i) =>
      creditRow({ ...line, teamId: teams.teamId, campaignId: null }, model, amounts[i], parts[i]),
    ),
  )
}

/** Credits by channel, campaign and month in one model. */
export async function lineCellsIn(
  tx: Tx,
  teams: CreditTeams,
  wanted: Wanted & { readonly model: TouchModel },
): Promise<CreditRow[]> {
  type Row = Omit<Line, 'teamId'> & { readonly amount: number; readonly parts: number }
  const { rows } = await tx.$client.query<Row>(
    `select basis, month, is_new as "isNew", channel_id as "channelId", campaign_id as "campaignId",
       sum(amounts[$6])::float8 as amount, sum(deal_parts[$6])::float8 as parts
     from (${rowsOf(wanted)}) cells group by 1, 2, 3, 4, 5 order by 2, 1, 3, 4, 5`,
    [...parameters(teams, wanted), TOUCH_MODELS.indexOf(wanted.model) + 1],
  )
  return rows.flatMap(({ amount, parts, ...line }) =>
    creditRow({ ...line, teamId: teams.teamId }, wanted.model, amount, parts),
  )
}

function creditRow(line: Line, model: TouchModel, amount = 0, dealParts = 0): CreditRow[] {
  return isMonth(line.month) && (amount !== 0 || dealParts !== 0) ? [{ ...line, model, amount, dealParts }] : []
}
