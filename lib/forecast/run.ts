import { pow10, ratioToNumber } from '#lib/exact'
import { kernelOf } from '#lib/funnel/kernel'
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

/** Shares of a month's units that arrive 0, 1, 2 … months later. A lag that cannot be read, as no run has, is none. */
export function sharesOf(lag: Lag): readonly number[] {
  const kernel = kernelOf(lag)
  return kernel ? kernel.shares.map((share) => ratioToNumber(share, pow10(kernel.places))) : [1]
}

/** How many months before a month its exposure looks back at most. */
export function lookBack(lags: readonly Lag[]): number {
  return Math.max(0, ...lags.map((lag) => (kernelOf(lag)?.shares.length ?? 1) - 1))
}
