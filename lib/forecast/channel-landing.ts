import { isAwaited, type Ledger, MONTHS } from '#lib/plan-vs-actual/ledger'
import { ratio } from '#lib/ratio'
import { actualsOf, type RowsOfRun, rowsOfRun } from './actuals'
import { flowsOf } from './flows'
import { isInsufficient, observedDealSize, observedRate, seenIn } from './observed'
import type { Run } from './run'

/** Planned or observed rates; entries at the plan's pace, or at that of the last three months with actuals. */
export type LandingCase = { readonly rates: 'plan' | 'observed'; readonly pace: 'plan' | 'actual' }

/** Where one team's channel lands. Lists of transitions upstream first; money and counts unrounded. */
export type ChannelLanding = {
  readonly teamId: string
  readonly channelId: string
  readonly revenueByMonth: readonly number[]
  readonly revenue: number
  readonly won: readonly number[]
  /** The rates that the forecast uses; empty for a channel without a plan, which lands on its actuals. */
  readonly rates: readonly number[]
  readonly dealSize: number | null
  /** Per transition: too little was observed, so the planned rate is used (実績不足（計画値を使用）). */
  readonly isInsufficient: readonly boolean[]
  /** Σ actual ÷ Σ plan of the entry stage over the last three months with actuals; null when the plan was 0. */
  readonly paceFactor: number | null
}

/** A blank cell of a month to the boundary, forecast in place of an actual. `month` is an index of the year. */
export type EstimatedCell = {
  readonly teamId: string
  readonly line: 'existing' | 'salesSourced' | 'channel'
  readonly channelId: string | null
  readonly metric: string
  readonly month: number
}

type Assumed = Pick<ChannelLanding, 'rates' | 'isInsufficient' | 'paceFactor'> & {
  readonly dealSize: number
  /** What the plan's entries are multiplied by. */
  readonly pace: number
}

/** Runs a channel's funnel forward from its actuals (DOMAIN §5). */
export function channelLanding(ledger: Ledger, run: Run, wanted: LandingCase): ChannelLanding {
  const { teamId, channelId } = run
  const rows = rowsOfRun(ledger, run)
  const { pace, ...assumed } = assumedIn(ledger, run, rows, wanted)
  const actual = actualsOf(run, rows, ledger.actualsThrough)
  // Won deals: actuals where they are entered, else what flows down from the stages before.
  const won = flowsOf(run, rows, actual, { rates: assumed.rates, pace }).at(-1) ?? []
  const entered = rows.get('revenue')?.actual ?? []
  const revenueByMonth = won.map((count, month) => {
    const actual = month <= ledger.actualsThrough ? (entered[month] ?? null) : null
    return actual ?? count * assumed.dealSize
  })
  return { teamId, channelId, revenueByMonth, revenue: total(revenueByMonth), won, ...assumed }
}

/** A channel without a plan lands on what was entered to the boundary. */
export function unplannedLanding(ledger: Ledger, channel: Pick<Run, 'teamId' | 'channelId'>): ChannelLanding {
  const rows = rowsOfRun(ledger, channel)
  const toDate = (metric: string) =>
    MONTHS.map((month) => (month <= ledger.actualsThrough ? (rows.get(metric)?.actual[month] ?? 0) : 0))
  const revenueByMonth = toDate('revenue')
  return {
    ...{ teamId: channel.teamId, channelId: channel.channelId, revenueByMonth, revenue: total(revenueByMonth) },
    ...{ won: toDate('won'), rates: [], dealSize: null, isInsufficient: [], paceFactor: null },
  }
}

const total = (values: readonly number[]) => values.reduce((a, b) => a + b, 0)

function assumedIn(ledger: Ledger, run: Run, rows: RowsOfRun, wanted: LandingCase): Assumed {
  const months = MONTHS.slice(0, ledger.actualsThrough + 1)
  const actual = actualsOf(run, rows, ledger.actualsThrough)
  const seen = run.rates.map((_, transition) => seenIn(run, transition, months, actual))
  const planned = run.rates.map(Number)
  const isObserved = wanted.rates === 'observed'
  const paceFactor = paceOf(run, rows, ledger.actualsThrough)
  return {
    rates: isObserved ? planned.map((rate, i) => observedRate(seen[i] ?? { y: 0, n: 0 }, rate)) : planned,
    isInsufficient: seen.map(isInsufficient),
    dealSize: isObserved ? observedDealSize(run, rows, months) : run.dealSize,
    paceFactor,
    pace: wanted.pace === 'actual' ? (paceFactor ?? 1) : 1,
  }
}

/** 実績ペース: of the entry stage, over the last three months to the boundary that have an actual. */
function paceOf(run: Run, rows: RowsOfRun, through: number): number | null {
  const entry = rows.get(run.stages[0] ?? '')
  const months = MONTHS.filter((month) => month <= through && (entry?.actual[month] ?? null) !== null).slice(-3)
  if (!entry || months.length === 0) return null
  return ratio(total(months.map((month) => entry.actual[month] ?? 0)), total(months.map((m) => entry.plan[m] ?? 0)))
}

/** Awaited blanks of a run's counts and revenue in months to the boundary: the forecast stands in for them. */
export function estimatedCells(ledger: Ledger, run: Run): EstimatedCell[] {
  const { teamId, channelId } = run
  const awaited = [...rowsOfRun(ledger, run).values()].filter((row) => row.metric !== 'cost' && isAwaited(row))
  return awaited.flatMap(({ metric, actual }) =>
    MONTHS.filter((month) => month <= ledger.actualsThrough && (actual[month] ?? null) === null).map((month) => {
      return { teamId, line: 'channel', channelId, metric, month } as const
    }),
  )
}
