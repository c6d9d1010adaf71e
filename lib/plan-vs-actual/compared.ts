import { isCount } from '#lib/metrics'
import { attainment, sumOf, variance } from '#lib/ratio'
import { belongs, hasPlan, isAwaited, type Ledger, type LedgerRow } from './ledger'
import { type Verdict, verdict } from './verdict'

/** What a figure was computed from: shown beside it, so that every figure can be checked. */
export type Basis = {
  /** Indexes of the first and last month compared. */
  readonly first: number
  readonly last: number
  readonly plan: number | null
  readonly actual: number | null
  /** A cell that belongs to it is blank (＊): only entered cells are compared, and nothing is judged. */
  readonly partial: boolean
}

/** Plan against actual of some rows over some months. */
export type Comparison = {
  /** 'ahead': no finished month with actuals in it; 'running': the month in progress (途中). */
  readonly state: 'ahead' | 'running' | 'toDate'
  /** Plan of the whole period; null without a plan. */
  readonly plan: number | null
  /** Entered actuals of the months to date. */
  readonly actual: number | null
  /** Actual − plan of the same months; null when partial. */
  readonly variance: number | null
  /** 達成率, unrounded. */
  readonly attainment: number | null
  readonly verdict: Verdict | null
  /** A cell of the months to date is blank (＊). */
  readonly partial: boolean
  /** The attainment is that of the year so far, because the month's plan is below 5 (累). */
  readonly cumulative: boolean
  /** What actual and variance rest on; null when nothing is compared. */
  readonly basis: Basis | null
  /** What attainment and verdict rest on: the same months, or the year so far (累). */
  readonly judgedBy: Basis | null
  /** 進捗率: actual ÷ plan of the whole period. */
  readonly progress: number | null
  /** 標準進捗: plan to date ÷ plan of the whole period; of a running month, days gone ÷ days. */
  readonly pace: number | null
  readonly lastYear: number | null
  readonly lastYearPartial: boolean
}

/** A month's count planned below this says little by itself (DOMAIN §1). */
const FEW = 5

/** Of cost, only what has a plan is compared; where nothing has one, what was spent stands alone. */
function comparable(rows: readonly LedgerRow[]): readonly LedgerRow[] {
  if (!rows.some((row) => row.metric === 'cost')) return rows
  const planned = rows.filter(hasPlan)
  return planned.length > 0 ? planned : rows
}

type Cell = { readonly plan: number | null; readonly actual: number | null; readonly isAwaited: boolean }

function cellsOf(rows: readonly LedgerRow[], months: readonly number[]): Cell[] {
  return rows.flatMap((row) =>
    months.map((m) => ({ plan: row.plan[m] ?? null, actual: row.actual[m] ?? null, isAwaited: isAwaited(row) })),
  )
}

const planOf = (cells: readonly Cell[]) => sumOf(cells.map((cell) => cell.plan))
const actualOf = (cells: readonly Cell[]) => sumOf(cells.map((cell) => cell.actual))

/** Entered cells of finished months, plan beside actual. Null when no month is finished. */
function basisOf(rows: readonly LedgerRow[], months: readonly number[]): Basis | null {
  const first = months[0]
  const last = months.at(-1)
  if (first === undefined || last === undefined) return null
  const cells = cellsOf(rows, months)
  const entered = cells.filter((cell) => cell.actual !== null)
  const partial = cells.some((cell) => cell.isAwaited && cell.actual === null)
  return { first, last, plan: planOf(entered), actual: actualOf(entered), partial }
}

/** Last year's sum; partial when a row that has entries in it is blank in some of the months. */
function lastYearOf(rows: readonly LedgerRow[], months: readonly number[]) {
  const known = rows.filter((row) => row.lastYear.some((value) => value !== null))
  const values = known.flatMap((row) => months.map((m) => row.lastYear[m] ?? null))
  const lastYear = sumOf(values)
  return { lastYear, lastYearPartial: lastYear !== null && values.includes(null) }
}

const UNJUDGED = {
  variance: null,
  attainment: null,
  verdict: null,
  partial: false,
  cumulative: false,
  basis: null,
  judgedBy: null,
}

/** The comparison of a period that no finished month has reached: its plan and last year stand alone. */
export function ahead(comparison: Comparison): Comparison {
  return { ...comparison, ...UNJUDGED, state: 'ahead', actual: null, progress: null, pace: null }
}

/**
 * Plan against actual of rows of one metric over months of the year (ascending indexes), by the rules of DOMAIN §4:
 * months to `actualsThrough` are compared, blank cells that belong make it partial, the month in progress has only
 * its progress and pace, and a month's count planned below 5 is judged by the year so far.
 */
export function compared(rows: readonly LedgerRow[], months: readonly number[], ledger: Ledger): Comparison {
  const measured = comparable(rows)
  const own = measured.filter(belongs)
  const plan = planOf(cellsOf(own, months))
  const before = { ...UNJUDGED, state: 'ahead', plan, actual: null, progress: null, pace: null } as const
  const yearAgo = lastYearOf(measured, months)
  if (months.length === 1 && months[0] === ledger.running)
    return { ...before, ...inProgress(own, months, ledger), ...yearAgo }
  const finished = months.filter((month) => month <= ledger.actualsThrough)
  const basis = basisOf(own, finished)
  if (basis === null) return { ...before, ...yearAgo }
  return {
    ...before,
    ...yearAgo,
    state: 'toDate',
    actual: basis.actual,
    variance: basis.partial ? null : variance(basis.actual, basis.plan),
    partial: basis.partial,
    basis,
    ...judged(own, months, plan, basis, ledger),
    progress: attainment(basis.actual, plan),
    pace: attainment(planOf(cellsOf(own, finished)), plan),
  }
}

function inProgress(rows: readonly LedgerRow[], months: readonly number[], { elapsed }: Ledger) {
  const cells = cellsOf(rows, months)
  const actual = actualOf(cells)
  return {
    state: 'running',
    actual,
    progress: attainment(actual, planOf(cells)),
    pace: elapsed === null ? null : elapsed.days / elapsed.of,
  } as const
}

/** Attainment and verdict, on the months themselves or, for a month's count planned below 5, on the year so far. */
function judged(
  rows: readonly LedgerRow[],
  months: readonly number[],
  plan: number | null,
  own: Basis,
  ledger: Ledger,
) {
  const metric = rows[0]?.metric ?? 'revenue'
  const cumulative = months.length === 1 && isCount(metric) && plan !== null && plan < FEW
  const judgedBy = cumulative ? (basisOf(rows, upTo(own.last)) ?? own) : own
  return {
    attainment: attainment(judgedBy.actual, judgedBy.plan),
    verdict: judgedBy.partial ? null : verdict(metric, judgedBy.actual, judgedBy.plan, ledger.thresholds),
    cumulative,
    judgedBy,
  }
}

/** Months from the year's first to `last`. */
function upTo(last: number): number[] {
  return Array.from({ length: last + 1 }, (_, month) => month)
}
