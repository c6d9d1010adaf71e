import type { Booked, BookedRevenue } from '#lib/attribution/booked'
import { addMonths, isMonth, type Month, monthsBetween } from '#lib/month'
import type { Tx } from '../client'
import type { CreditTeams, Span } from './attribution'
import { choicesIn, monthFiguresIn } from './counted'

/** Won opportunities by month of close, straight from the records: by days first, so that few dates are written out. */
export async function bookedIn(tx: Tx, { orgId, teamIds }: CreditTeams, { from, to }: Span): Promise<Booked[]> {
  const { rows } = await tx.$client.query<Booked>(
    `select to_char(closed_on, 'YYYY-MM') as month, "isNew", sum(amount)::float8 as amount, sum(count)::float8 as count
     from (
       select closed_on, counts_as_new as "isNew", coalesce(sum(amount), 0) as amount, count(*) as count
       from opportunities where org_id = $1 and team_id = any($2::uuid[]) and state = 'won'
         and closed_on >= $3::date and closed_on < $4::date
       group by 1, 2) days
     group by 1, 2 order by 1, 2`,
    [orgId, teamIds, `${from}-01`, `${addMonths(to, 1)}-01`],
  )
  return rows.filter(({ month }) => isMonth(month))
}

/** Revenue of the same months as plan vs actual counts it: entered by hand, or from records where that was chosen. */
export async function ledgerRevenueIn(
  tx: Tx,
  { orgId, teamIds }: CreditTeams,
  { from, to }: Span,
): Promise<BookedRevenue['ledger']> {
  const choices = await choicesIn(tx, orgId, teamIds)
  const figures = await monthFiguresIn(tx, orgId, { teamIds, from, to }, choices)
  const counted = new Map(
    choices.filter(({ metric }) => metric === 'revenue').map((each) => [cellOf(each), each.month]),
  )
  const revenue = figures.filter(({ metric }) => metric === 'revenue')
  const months = Array.from({ length: Math.max(0, monthsBetween(from, to) + 1) }, (_, i) => addMonths(from, i))
  return months.map((month) => {
    const own = revenue.filter((each) => each.month === month)
    const amount = own.length === 0 ? null : own.reduce((sum, { value }) => sum + value, 0)
    return { month, amount, byHand: own.some((each) => isByHand(counted.get(cellOf(each)), month)) }
  })
}

const cellOf = ({ teamId, line, channelId }: { teamId: string; line: string; channelId: string | null }) =>
  [teamId, line, channelId].join(' ')

const isByHand = (since: Month | undefined, month: Month) => since === undefined || month < since
