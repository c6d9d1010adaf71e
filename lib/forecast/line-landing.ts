import { isAwaited, type Ledger, type LedgerRow, MONTHS } from '#lib/plan-vs-actual/ledger'
import type { EstimatedCell } from './channel-landing'

/** The lines whose landing is their actuals and then their plan, which people may set month by month. */
export type SettableLine = 'existing' | 'salesSourced'

/**
 * Landing of 既存 or 営業独自 by month (DOMAIN §5): actual to the boundary, after it what somebody set for the month, else
 * the plan. On the whole's page a month set for the company replaces the sum of its teams.
 */
export function lineLanding(ledger: Ledger, line: SettableLine): number[] {
  const rows = ledger.rows.filter((row) => row.line === line && row.metric === 'revenue')
  const set = ledger.landingOverrides.filter((override) => override.line === line)
  const teams = new Set([...rows, ...set].map(({ teamId }) => teamId).filter((id) => id !== ledger.wholeOf))
  const own = rows.filter((row) => row.teamId === ledger.wholeOf)
  return MONTHS.map((month) => {
    const setIn = (teamId: string | null) =>
      set.find((override) => override.teamId === teamId && override.monthIndex === month)?.amount
    const company = month > ledger.actualsThrough ? setIn(ledger.wholeOf) : undefined
    if (company !== undefined) return company
    const ofTeams = [...teams].map((id) =>
      amountIn(
        month,
        rows.find((row) => row.teamId === id),
        setIn(id),
        ledger,
      ),
    )
    return [...ofTeams, ...own.map((row) => amountIn(month, row, undefined, ledger))].reduce((a, b) => a + b, 0)
  })
}

function amountIn(month: number, row: LedgerRow | undefined, set: number | undefined, ledger: Ledger): number {
  const actual = month <= ledger.actualsThrough ? (row?.actual[month] ?? null) : null
  return actual ?? set ?? row?.plan[month] ?? 0
}

/** Awaited blanks of a line in months to the boundary: the plan stands in for them. */
export function estimatedInLine(ledger: Ledger, line: SettableLine): EstimatedCell[] {
  const rows = ledger.rows.filter((row) => row.line === line && row.metric === 'revenue' && isAwaited(row))
  return rows.flatMap(({ teamId, metric, actual }) =>
    MONTHS.filter((month) => month <= ledger.actualsThrough && (actual[month] ?? null) === null).map((month) => {
      return { teamId, line, channelId: null, metric, month }
    }),
  )
}
