import type { Booked } from './booked'
import { DEAL_PARTS } from './credit'
import { type Credited, type CreditScope, minus, NOTHING, ofCustomers, plus } from './credited'

/** Booked revenue beside what attribution makes of it: the four parts add up, or the difference says by how much not. */
export type Reconciliation = {
  readonly booked: Credited
  /** As frozen in closed months. */
  readonly withTouch: Credited
  /** 接点なし, as frozen in closed months. */
  readonly without: Credited
  /** What came of closed months since: today's figures − the frozen ones. */
  readonly restated: Credited
  /** booked − with touch − without − restated; 0 when it agrees. */
  readonly difference: Credited
}

/** What is booked in a scope. */
export function bookedIn(rows: readonly Booked[], { from, to, customers }: CreditScope): Credited {
  return rows
    .filter((row) => row.month >= from && row.month <= to && ofCustomers(row, customers))
    .reduce((sum, { amount, count }) => plus(sum, { amount, dealParts: count * DEAL_PARTS }), NOTHING)
}

type Parts = Pick<Reconciliation, 'booked' | 'withTouch' | 'without'> & {
  /** All that is credited by today's records, 接点なし included. */
  readonly live: Credited
}

/** frozen months + restatements = books (DOMAIN §1). */
export function reconciled({ live, ...parts }: Parts): Reconciliation {
  const shown = plus(parts.withTouch, parts.without)
  return { ...parts, restated: minus(live, shown), difference: minus(parts.booked, live) }
}

export function agrees({ difference }: Pick<Reconciliation, 'difference'>): boolean {
  return difference.amount === 0 && difference.dealParts === 0
}
