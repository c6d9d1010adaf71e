import { type Exact, exactOf } from '#lib/exact'
import { actualsOf, rowsOfRun } from '#lib/forecast/actuals'
import { kernelsOfRun, type Run } from '#lib/forecast/run'
import { type Kernel, kernelsToWon } from '#lib/funnel/kernel'
import type { StageKey } from '#lib/funnel/stages'
import { decimalOf, minus, plus, times, total, ZERO } from './decimal'
import { type ByMonth, type Ledger, MONTHS } from './ledger'

/** One effect of one channel, exactly. What it compares is planned ÷ base with actual ÷ base; without a base as it is. */
export type ExactEffect = {
  readonly key: 'dealSize' | 'timing' | `volume:${StageKey}` | `rate:${StageKey}`
  readonly amount: Exact
  readonly planned: Exact
  readonly actual: Exact
  readonly base: Exact | null
  /** Of a volume: what of it falls within the months compared, by the lags alone. */
  readonly within: Exact | null
}

const NO_LAG: Kernel = { shares: [1n], places: 0 }
const plain = { base: null, within: null } as const

/**
 * Actual − planned revenue of a channel over the months to the boundary in funnel order (DOMAIN §6): volume, each rate,
 * deal size and timing. Exact decimals and no division, so the effects add up exactly, whatever the data; a blank is 0.
 */
export function runBridge(ledger: Ledger, run: Run): ExactEffect[] {
  const rows = rowsOfRun(ledger, run)
  const months = MONTHS.slice(0, ledger.actualsThrough + 1)
  const actual = actualsOf(run, rows, ledger.actualsThrough)
  const count = (stage: StageKey, month: number) => decimalOf(actual(stage, month) ?? 0)
  const summed = (byMonth: ByMonth | undefined) => total(months.map((month) => decimalOf(byMonth?.[month] ?? 0)))
  const kernels = kernelsOfRun(run).map(({ exact }) => exact)
  const rates = run.rates.map((rate) => exactOf(rate) ?? ZERO)
  const worth = worths(run.dealSize, rates)
  const done = run.stages.map((stage) => total(months.map((month) => count(stage, month))))
  const due = run.stages.slice(1).map((_, i) => {
    const from = run.stages[i] ?? ''
    return total(months.map((month) => dueIn(kernels[i] ?? NO_LAG, month, (m) => count(from, m))))
  })

  const entry = run.stages[0] ?? ''
  const plannedEntries = summed(rows.get(entry)?.plan)
  const extra = months.map((month) => minus(count(entry, month), decimalOf(rows.get(entry)?.plan[month] ?? 0)))
  const volume: ExactEffect = {
    key: `volume:${entry}`,
    amount: times(minus(done[0] ?? ZERO, plannedEntries), worth[0] ?? ZERO),
    ...{ planned: plannedEntries, actual: done[0] ?? ZERO, base: null },
    within: times(arriving(extra, kernelsToWon(kernels)[0] ?? NO_LAG), worth[0] ?? ZERO),
  }
  const rateEffects = run.stages.slice(1).map((stage, i): ExactEffect => {
    const [exposed, reached] = [due[i] ?? ZERO, done[i + 1] ?? ZERO]
    const planned = times(exposed, rates[i] ?? ZERO)
    const amount = times(minus(reached, planned), worth[i + 1] ?? ZERO)
    return { key: `rate:${stage}`, amount, planned, actual: reached, base: exposed, within: null }
  })
  const [won, revenue] = [done.at(-1) ?? ZERO, summed(rows.get('revenue')?.actual)]
  const atPlan = times(won, decimalOf(run.dealSize))
  const dealSize: ExactEffect = {
    ...{ key: 'dealSize', amount: minus(revenue, atPlan), planned: atPlan, actual: revenue, base: won, within: null },
  }
  const shifted = total(due.map((exposed, i) => times(minus(exposed, done[i] ?? ZERO), worth[i] ?? ZERO)))
  const unearned = minus(summed(rows.get('revenue')?.plan), times(plannedEntries, worth[0] ?? ZERO))
  const timing: ExactEffect = {
    ...{ key: 'timing', amount: minus(shifted, unearned), planned: ZERO, actual: ZERO, ...plain },
  }
  return [volume, ...rateEffects, dealSize, timing]
}

/** Planned revenue per unit at each stage: the deal size × all later rates. */
function worths(dealSize: number, rates: readonly Exact[]): Exact[] {
  const worth = [decimalOf(dealSize)]
  for (const rate of rates.toReversed()) worth.unshift(times(worth[0] ?? ZERO, rate))
  return worth
}

/** Lag-matched exposure of a month. */
function dueIn({ shares, places }: Kernel, month: number, flow: (month: number) => Exact): Exact {
  return shares.reduce(
    (sum, share, lag) => (share === 0n ? sum : plus(sum, times({ units: share, places }, flow(month - lag)))),
    ZERO,
  )
}

/** What of each month's units has arrived by the end of the months. */
function arriving(byMonth: readonly Exact[], { shares, places }: Kernel): Exact {
  return total(
    byMonth.map((units, month) => {
      const arrived = shares.slice(0, byMonth.length - month).reduce((a, b) => a + b, 0n)
      return times(units, { units: arrived, places })
    }),
  )
}
