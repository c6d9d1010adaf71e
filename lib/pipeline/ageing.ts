import { type Days, spreadOf } from './days'
import { type Tally, tallyOf } from './deal'
import { grouped } from './grouped'

/** An opportunity that has stood in its stage for more than twice the team's own median is 滞留. */
export const STALE_FROM = 2

/** Fewer in a stage than this have no median to be judged by. */
export const ENOUGH_TO_JUDGE = 5

/** Open opportunities that have stood in a stage of the CRM for as many days. */
export type Standing = Tally & { readonly stage: string | null; readonly days: number }

export type StageAge = Tally & {
  /** The CRM's own name; null: none was given. */
  readonly stage: string | null
  readonly median: number | null
  readonly p90: number | null
  /** Days from which one is 滞留: more than this. Null when there are too few to judge. */
  readonly limit: number | null
  readonly stale: Tally
}

/** How long the open opportunities have stood in their stages, against the median of the same stage (DOMAIN §8). */
export function agesOf(open: readonly Standing[]): StageAge[] {
  return [...grouped(open, ({ stage }) => stage)]
    .map(([stage, lots]) => ageOf(stage, lots))
    .toSorted((a, b) => b.count - a.count)
}

function ageOf(stage: string | null, lots: readonly Standing[]): StageAge {
  const days: readonly Days[] = lots
  const { count, p50, p90 } = spreadOf(days)
  const limit = p50 === null || count < ENOUGH_TO_JUDGE ? null : p50 * STALE_FROM
  return {
    stage,
    ...tallyOf(lots),
    median: p50,
    p90,
    limit,
    stale: tallyOf(lots.filter((lot) => isStale(lot.days, limit))),
  }
}

function isStale(days: number, limit: number | null): boolean {
  return limit !== null && days > limit
}
