import { ratio } from '#lib/ratio'

/** How many took that many days. */
export type Days = { readonly days: number; readonly count: number }

export type Spread = {
  readonly count: number
  readonly mean: number | null
  readonly p10: number | null
  readonly p50: number | null
  readonly p90: number | null
}

/** Mean and quantiles of durations; each is null when there is none. */
export function spreadOf(durations: readonly Days[]): Spread {
  const sorted = durations.filter(({ count }) => count > 0).toSorted((a, b) => a.days - b.days)
  const count = sorted.reduce((sum, each) => sum + each.count, 0)
  const total = sorted.reduce((sum, each) => sum + each.days * each.count, 0)
  const at = (p: number) => quantile(sorted, count, p)
  return { count, mean: ratio(total, count), p10: at(0.1), p50: at(0.5), p90: at(0.9) }
}

/** The quantile between the two values nearest to rank p · (n − 1), as percentile_cont of SQL (type 7). */
function quantile(sorted: readonly Days[], count: number, p: number): number | null {
  if (count === 0) return null
  const rank = p * (count - 1)
  const low = valueAt(sorted, Math.floor(rank))
  return low + (valueAt(sorted, Math.ceil(rank)) - low) * (rank - Math.floor(rank))
}

function valueAt(sorted: readonly Days[], index: number): number {
  let passed = 0
  for (const { days, count } of sorted) {
    passed += count
    if (index < passed) return days
  }
  return sorted.at(-1)?.days ?? 0
}
