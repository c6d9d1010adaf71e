import { pow10, ratioToNumber } from '#lib/exact'
import { type Kernel, kernelOf } from '#lib/funnel/kernel'
import type { Decimal, Lag } from '#lib/funnel/scenario'
import type { StageKey } from '#lib/funnel/stages'

/** One team's channel with a plan that yields figures: what it takes to run its funnel forward month by month. */
export type Run = {
  readonly teamId: string
  readonly channelId: string
  /** From the channel's entry to won. */
  readonly stages: readonly StageKey[]
  /** Planned rate and lag of each transition; one fewer than the stages. */
  readonly rates: readonly Decimal[]
  readonly lags: readonly Lag[]
  readonly dealSize: number
  /** Actuals of the months before the year, oldest first; the last one is the month before the year. Null: blank. */
  readonly before: Readonly<Record<StageKey, readonly (number | null)[]>>
}

/** A lag as the exact and the floating arithmetic read it. */
export type RunKernel = { readonly exact: Kernel; readonly shares: readonly number[] }

const NO_LAG: Kernel = { shares: [1n], places: 0 }
const known = new WeakMap<Run['lags'], readonly RunKernel[]>()

/**
 * What of a month's units arrives 0, 1, 2 … months later, per transition. Read once per run: every figure asks for it.
 * A lag that cannot be read, as no run has, is none.
 */
export function kernelsOfRun({ lags }: Pick<Run, 'lags'>): readonly RunKernel[] {
  const kernels = known.get(lags) ?? lags.map(runKernel)
  known.set(lags, kernels)
  return kernels
}

function runKernel(lag: Lag): RunKernel {
  const exact = kernelOf(lag) ?? NO_LAG
  return { exact, shares: exact.shares.map((share) => ratioToNumber(share, pow10(exact.places))) }
}

/** Shares of one transition of a run. */
export function sharesOf(run: Pick<Run, 'lags'>, transition: number): readonly number[] {
  return kernelsOfRun(run)[transition]?.shares ?? [1]
}

/** How many months before a month its exposure looks back at most. */
export function lookBack(lags: readonly Lag[]): number {
  return Math.max(0, ...lags.map((lag) => (kernelOf(lag)?.shares.length ?? 1) - 1))
}
