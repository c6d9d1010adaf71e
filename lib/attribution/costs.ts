import { isAwaited, type Ledger, type LedgerRow } from '#lib/plan-vs-actual/ledger'
import { sumOf } from '#lib/ratio'

/** What was spent in some months, as plan vs actual has it. */
export type Cost = {
  /** Null: nothing entered, which is not 0. */
  readonly amount: number | null
  /** Months of the year, as indexes, whose cost is awaited and blank (＊). */
  readonly missing: readonly number[]
}

export const NO_COST: Cost = { amount: null, missing: [] }

/** @param months finished months, as indexes of the year */
function costOf(rows: readonly LedgerRow[], months: readonly number[]): Cost {
  const isBlank = (month: number) => rows.some((row) => isAwaited(row) && (row.actual[month] ?? null) === null)
  return {
    amount: sumOf(rows.flatMap((row) => months.map((month) => row.actual[month] ?? null))),
    missing: months.filter(isBlank),
  }
}

/** Each channel's cost: the same cells as plan vs actual. */
export function channelCosts({ rows }: Pick<Ledger, 'rows'>, months: readonly number[]): Map<string, Cost> {
  return grouped(
    rows.filter((row) => row.line === 'channel' && row.metric === 'cost'),
    ({ channelId }) => channelId,
    months,
  )
}

/** Each campaign's cost, where it is entered by campaign. */
export function campaignCosts({ campaignRows }: Pick<Ledger, 'campaignRows'>, months: readonly number[]) {
  return grouped(
    campaignRows.filter((row) => row.metric === 'cost'),
    ({ campaignId }) => campaignId,
    months,
  )
}

function grouped<Row extends LedgerRow>(
  rows: readonly Row[],
  key: (row: Row) => string | null,
  months: readonly number[],
): Map<string, Cost> {
  const groups = new Map<string, Row[]>()
  for (const row of rows) {
    const id = key(row)
    if (id !== null) groups.set(id, [...(groups.get(id) ?? []), row])
  }
  return new Map([...groups].map(([id, own]) => [id, costOf(own, months)]))
}
