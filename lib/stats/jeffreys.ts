import quantile from '@stdlib/stats-base-dists-beta-quantile'

/** Where a rate plausibly lies; fractions, low ≤ high. */
export type Interval = { readonly low: number; readonly high: number }

/**
 * Jeffreys interval of k successes among n: plain quantiles of Beta(k + ½, n − k + ½), also at k = 0 and k = n (DOMAIN §3).
 * `n` may be fractional, as lag-matched exposure is. Null when n ≤ 0, k < 0 or k > n. Brings 52 kB of quantiles with it:
 * a screen imports this file dynamically.
 */
export function jeffreysInterval(k: number, n: number, confidence = 0.9): Interval | null {
  if (!(n > 0 && k >= 0 && k <= n)) return null
  const tail = (1 - confidence) / 2
  const at = (p: number) => quantile(p, k + 0.5, n - k + 0.5)
  return { low: at(tail), high: at(1 - tail) }
}
