import { addMonths, type Month, monthOf } from '#lib/month'
import type { Ledger } from '#lib/plan-vs-actual/ledger'
import { monthsOf, PERIODS, type Period } from '#lib/plan-vs-actual/period'
import { revenueRows } from '#lib/plan-vs-actual/sections'
import { ratio, sumOf } from '#lib/ratio'
import { agesOf, type Standing } from './ageing'
import { calibrated, type Forecast, type OpenForecast } from './calibration'
import {
  type ContributionRow,
  type CustomerScope,
  contributionBy,
  contributionOf,
  type Dimension,
  type Influence,
} from './contribution'
import { type Coverage, coverageOf } from './coverage'
import { type Days, type Spread, spreadOf } from './days'
import { type DealCell, type Marked, type Tally, tallyOf } from './deal'
import { type VelocityParts, velocityOf } from './velocity'
import { cohortWinRateOf, type Lot, type WinRate, winRateOf } from './win-rate'

/** The twelve finished months before today, by which win rate, deal size, cycle and ヨミ are measured. */
export function historyBefore(today: string): { readonly from: Month; readonly to: Month } {
  const to = addMonths(monthOf(today), -1)
  return { from: addMonths(to, -11), to }
}

/** The period that a page opens with: the running quarter of this year, of another year the whole. */
export function openingPeriod(ledger: Pick<Ledger, 'running'>): Period['key'] {
  return ledger.running === null ? 'year' : `q${Math.floor(ledger.running / 3) + 1}`
}

/** The period of a key, as months of the year. */
export function periodOf(key: string): Period {
  return PERIODS.find((period) => period.key === key) ?? { key: 'year', kind: 'year', first: 0, last: 11 }
}

export type Pace = VelocityParts & {
  readonly velocity: number | null
  readonly winRates: WinRate
  readonly cycle: Spread
}

/** Velocity with its parts: what is open now, at what the twelve months before brought. */
export function paceOf(open: readonly Tally[], history: readonly Lot[], cycle: readonly Days[]): Pace {
  const winRates = winRateOf(history)
  const spread = spreadOf(cycle)
  const { won } = winRates
  const parts = {
    opportunities: tallyOf(open).count,
    winRate: winRates.byCount,
    dealSize: ratio(won.amount, won.count - won.unpriced),
    cycleDays: spread.mean,
  }
  return { ...parts, velocity: velocityOf(parts), winRates, cycle: spread }
}

/** Opportunities, as far as the month of their expected close tells them apart. */
type Expected = Tally & Pick<DealCell, 'month'>

export type PeriodCoverage = Coverage & {
  readonly period: Period
  readonly goal: number | null
  readonly booked: number
  readonly open: Tally
}

/** Coverage of each quarter that is not over, and of the year: goal and booked revenue as plan vs actual shows them. */
export function coverageByPeriod(ledger: Ledger, open: readonly Expected[], winRate: number | null): PeriodCoverage[] {
  const rows = revenueRows(ledger)
  const wanted = PERIODS.filter(
    ({ kind, last }) => kind === 'year' || (kind === 'quarter' && last > ledger.finishedThrough),
  )
  return wanted.map((period) => {
    const months = monthsOf(period)
    const goal = sumOf(rows.flatMap((row) => months.map((month) => row.plan[month] ?? null)))
    const booked = sumOf(rows.flatMap((row) => months.map((month) => row.actual[month] ?? null))) ?? 0
    const tally = tallyOf(open.filter((cell) => lies(cell.month, period, ledger)))
    return { period, goal, booked, open: tally, ...coverageOf({ goal, booked, openAmount: tally.amount, winRate }) }
  })
}

/** Open opportunities that no coming period counts: their expected close is over, or was never said. */
export type Undated = { readonly overdue: Tally; readonly none: Tally; readonly running: Month }

/** @param today 'YYYY-MM-DD' */
export function undatedOf(open: readonly Expected[], today: string): Undated {
  const running = monthOf(today)
  return {
    running,
    overdue: tallyOf(open.filter(({ month }) => month !== null && month < running)),
    none: tallyOf(open.filter(({ month }) => month === null)),
  }
}

/** An expected close that is over covers nothing any more: it counts from the running month on. */
function lies(month: Month | null, period: Period, ledger: Ledger): boolean {
  const first = ledger.year.months[Math.max(period.first, ledger.finishedThrough + 1)]
  const last = ledger.year.months[period.last]
  return month !== null && first !== undefined && last !== undefined && month >= first && month <= last
}

/** What the database says of a period; see db/queries/pipeline.ts. */
export type SummarySource = {
  readonly created: readonly (Marked & Lot)[]
  readonly closed: readonly (Marked & Lot)[]
  readonly open: readonly (Marked & Expected & OpenForecast)[]
  readonly history: readonly Forecast[]
  readonly influences: readonly Influence[] | null
  readonly cycle: readonly Days[]
  readonly standing: readonly Standing[]
}

export type SummaryChoice = {
  readonly customers: CustomerScope
  readonly by: Dimension
  readonly set: 'created' | 'open' | 'won'
  /** 'YYYY-MM-DD' */
  readonly today: string
}

/** All figures of the summary. */
export function summaryOf(source: SummarySource, ledger: Ledger, { customers, by, set, today }: SummaryChoice) {
  const { created, closed, open, history, influences } = source
  const sets = { created, open, won: closed.filter(({ state }) => state === 'won') }
  const pace = paceOf(open, history, source.cycle)
  const calibration = calibrated(history, open)
  return {
    pace,
    coverage: coverageByPeriod(ledger, open, pace.winRate),
    undated: undatedOf(open, today),
    closed: winRateOf(closed),
    cohort: cohortWinRateOf(created),
    contribution: {
      created: contributionOf(sets.created, customers),
      open: contributionOf(sets.open, customers),
      won: contributionOf(sets.won, customers),
    },
    breakdown: inOrder(contributionBy(sets[set], { scope: customers, influences }), by),
    calibration,
    expectedTotal: sumOf(calibration.map(({ expected }) => expected)),
    ages: agesOf(source.standing),
  }
}

/** Months in their order, everything else by amount; what has no name last. */
function inOrder(rows: readonly ContributionRow[], by: Dimension): ContributionRow[] {
  const isNone = ({ key }: ContributionRow) => (key === null ? 1 : 0)
  const byMonth = (a: ContributionRow, b: ContributionRow) => ((a.key ?? '') < (b.key ?? '') ? -1 : 1)
  const byAmount = (a: ContributionRow, b: ContributionRow) => b.total.amount - a.total.amount
  return rows.toSorted((a, b) => isNone(a) - isNone(b) || (by === 'month' ? byMonth(a, b) : byAmount(a, b)))
}
