import { actualsOf, type ReadActual, type RowsOfRun, rowsOfRun } from '#lib/forecast/actuals'
import { exposure, looksBackOnEntered } from '#lib/forecast/exposure'
import { type Run, sharesOf } from '#lib/forecast/run'
import type { StageKey } from '#lib/funnel/stages'
import { attainment, ratio, variance } from '#lib/ratio'
import { ahead, type Comparison } from './compared'
import { isAwaited, type Ledger } from './ledger'
import { type Accumulation, monthsOf, type Period } from './period'
import { verdict } from './verdict'

/** A transition of one channel, of one or several teams. */
export type RatePart = { readonly key: string; readonly channelId: string; readonly runs: readonly Run[] }

/** A rate with its two stage names, over all channels that go through it, and by channel. */
export type RateSection = {
  readonly key: `rate:${StageKey}`
  readonly from: StageKey
  readonly to: StageKey
  readonly runs: readonly Run[]
  readonly parts: readonly RatePart[]
}

/** A rate compared: variance is the difference of the rates (× 100 = points). */
export type RateComparison = Comparison & {
  /** What the actual rate is of: y reached the stage of n that were due (lag-matched exposure). */
  readonly y: number | null
  readonly n: number | null
}

/** The funnel's rates, from the last transition up to the first, as far as a plan says what is due when. */
export function rateSections(ledger: Ledger): RateSection[] {
  const pairs = ledger.stages.slice(1).map(({ key }, i) => ({ from: ledger.stages[i]?.key ?? key, to: key }))
  const sections = pairs.map(({ from, to }): RateSection => {
    const runs = ledger.runs.filter((run) => run.stages.indexOf(to) > 0)
    const ids = ledger.channels.map(({ id }) => id).filter((id) => runs.some((run) => run.channelId === id))
    const parts = ids.map((id) => ({ key: id, channelId: id, runs: runs.filter((run) => run.channelId === id) }))
    return { key: `rate:${to}`, from, to, runs, parts }
  })
  return sections.filter((section) => section.runs.length > 0).reverse()
}

/** A rate in a column of the table, by month or from the year's first month on. */
export function rateIn(
  runs: readonly Run[],
  to: StageKey,
  period: Period,
  ledger: Ledger,
  mode: Accumulation = 'monthly',
): RateComparison {
  const months = monthsOf(mode === 'monthly' ? period : { first: 0, last: period.last })
  const compared = comparedRate(runs, to, months, ledger)
  const isAhead = mode === 'cumulative' && period.first > ledger.actualsThrough
  return isAhead ? { ...compared, ...ahead(compared), y: null, n: null } : compared
}

/**
 * Rates lag-matched (DOMAIN §1): actual = ΣN ÷ ΣE of the months to the boundary whose count and look-back are entered,
 * plan = ΣE·r ÷ ΣE with the same E; the plan of the whole period takes the plan's integers after the boundary. The month
 * in progress has no rate: what was due in it has not had its time.
 */
export function comparedRate(
  runs: readonly Run[],
  to: StageKey,
  months: readonly number[],
  ledger: Ledger,
): RateComparison {
  const flows = runs.flatMap((run) => flowOf(run, to, ledger))
  const finished = months.filter((month) => month <= ledger.actualsThrough)
  const [first, last] = [finished[0], finished.at(-1)]
  const plan = plannedRate(flows, months)
  const seenBefore = lastYearOf(flows, months)
  if (first === undefined || last === undefined) return { ...ahead(blank(plan)), ...seenBefore, y: null, n: null }
  const cells = flows.flatMap((flow) => finished.map((month) => ({ ...flow.at(month), rate: flow.rate })))
  const entered = cells.filter((cell) => cell.isEntered)
  const [y, n] = [sum(entered.map((cell) => cell.y)), sum(entered.map((cell) => cell.n))]
  const partial = cells.some((cell) => !cell.isEntered && cell.isAwaited)
  const actual = ratio(y, n)
  const samePlan = ratio(sum(entered.map((cell) => cell.n * cell.rate)), n)
  const basis = { first, last, plan: samePlan, actual, partial }
  return {
    ...{ ...blank(plan), ...seenBefore, state: 'toDate', actual, partial, basis, judgedBy: basis, y, n },
    variance: partial ? null : variance(actual, samePlan),
    attainment: attainment(actual, samePlan),
    verdict: partial ? null : verdict('rate', actual, samePlan, ledger.thresholds),
  }
}

/** One run's transition: what was due and what came, month by month. */
type Flow = {
  readonly rate: number
  readonly at: (month: number) => Cell
  /** Units due in any month: actuals to the boundary, the plan's integers after it. */
  readonly expected: (month: number) => number
  readonly lastYear: (month: number) => Cell
}

type Cell = { readonly y: number; readonly n: number; readonly isEntered: boolean; readonly isAwaited: boolean }

function flowOf(run: Run, to: StageKey, ledger: Ledger): Flow[] {
  const transition = run.stages.indexOf(to) - 1
  const from = run.stages[transition]
  if (from === undefined) return []
  const rows = rowsOfRun(ledger, run)
  const shares = sharesOf(run, transition)
  const actual = actualsOf(run, rows, ledger.actualsThrough)
  const isPart = [from, to].some((stage) => {
    const row = rows.get(stage)
    return row !== undefined && isAwaited(row)
  })
  const cell = (read: ReadActual, month: number): Cell => {
    const isEntered = read(to, month) !== null && looksBackOnEntered(shares, month, (m) => read(from, m))
    const n = exposure(shares, month, (m) => read(from, m) ?? 0)
    return { y: read(to, month) ?? 0, n, isEntered, isAwaited: isPart }
  }
  return [
    {
      rate: Number(run.rates[transition]),
      at: (month) => cell(actual, month),
      expected: (month) => exposure(shares, month, (m) => actual(from, m) ?? plannedAt(rows, from, m)),
      lastYear: (month) => cell((stage, m) => actual(stage, m - 12), month),
    },
  ]
}

function plannedAt(rows: RowsOfRun, stage: StageKey, month: number): number {
  return month < 0 ? 0 : (rows.get(stage)?.plan[month] ?? 0)
}

function plannedRate(flows: readonly Flow[], months: readonly number[]): number | null {
  const cells = flows.flatMap((flow) => months.map((month) => ({ n: flow.expected(month), rate: flow.rate })))
  return ratio(sum(cells.map(({ n, rate }) => n * rate)), sum(cells.map(({ n }) => n)))
}

/** The same months a year before, with the lags of this year's plan. */
function lastYearOf(flows: readonly Flow[], months: readonly number[]) {
  const cells = flows.flatMap((flow) => months.map((month) => flow.lastYear(month)))
  const entered = cells.filter((cell) => cell.isEntered)
  const lastYear = ratio(sum(entered.map((cell) => cell.y)), sum(entered.map((cell) => cell.n)))
  return { lastYear, lastYearPartial: lastYear !== null && entered.length < cells.length }
}

const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0)

function blank(plan: number | null): Comparison {
  return {
    ...{ state: 'ahead', plan, actual: null, variance: null, attainment: null, verdict: null },
    ...{ partial: false, cumulative: false, basis: null, judgedBy: null, progress: null, pace: null },
    ...{ lastYear: null, lastYearPartial: false },
  }
}
