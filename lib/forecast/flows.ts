import { MONTHS } from '#lib/plan-vs-actual/ledger'
import type { ReadActual, RowsOfRun } from './actuals'
import { exposure } from './exposure'
import { type Run, sharesOf } from './run'

/** What a funnel is run forward with. */
export type Assumptions = {
  readonly rates: readonly number[]
  /** What the plan's entries are multiplied by. */
  readonly pace: number
}

/**
 * Units of each stage of a run in twelve months, upstream first (DOMAIN §5): what was entered, else the plan's entries,
 * and at later stages F(s, j) = ρ_s · Σ_l k_s(l) · F(s−1, j−l). Unrounded.
 */
export function flowsOf(run: Run, rows: RowsOfRun, actual: ReadActual, { rates, pace }: Assumptions): number[][] {
  const [entry = '', ...later] = run.stages
  const flows = [MONTHS.map((month) => actual(entry, month) ?? (rows.get(entry)?.plan[month] ?? 0) * pace)]
  for (const [transition, stage] of later.entries()) {
    const [from, upstream] = [run.stages[transition] ?? '', flows[transition] ?? []]
    const units = (month: number) => (month < 0 ? (actual(from, month) ?? 0) : (upstream[month] ?? 0))
    const passed = passedOn(run, transition, rates[transition] ?? 0, units)
    flows.push(MONTHS.map((month) => actual(stage, month) ?? passed[month] ?? 0))
  }
  return flows
}

/** What of a stage's units reaches the next one in each of twelve months. `units` reads months before the year too. */
export function passedOn(run: Run, transition: number, rate: number, units: (month: number) => number): number[] {
  const shares = sharesOf(run, transition)
  return MONTHS.map((month) => rate * exposure(shares, month, units))
}
