import { ceilDiv, type Exact, pow10, ratioToNumber } from '#lib/exact'
import type { Rounding } from './scenario'

/** Counts of one channel's year, in the order of its stages. */
export type Annual = { readonly counts: readonly bigint[]; readonly exact: readonly number[] }

/**
 * The year's KPI tree (DOMAIN §2 step 2): won = ⌈R ÷ D⌉, then upstream N(s−1) = N(s) ÷ r(s). Rounding 'stage' carries
 * the integer just rounded up, 'exact' the unrounded number. Exact: 9 ÷ 0.9 % is 1,000. Rates are > 0, dealSize > 0.
 */
export function annualCounts(revenue: number, dealSize: number, rates: readonly Exact[], rounding: Rounding): Annual {
  const chain = [{ numerator: BigInt(revenue), denominator: BigInt(dealSize) }]
  const counts = [ceilDiv(BigInt(revenue), BigInt(dealSize))]
  for (const rate of rates.toReversed()) {
    const later = chain[0]
    const laterCount = counts[0]
    if (later === undefined || laterCount === undefined) break
    const ten = pow10(rate.places)
    const step = { numerator: later.numerator * ten, denominator: later.denominator * rate.units }
    chain.unshift(step)
    counts.unshift(
      rounding === 'stage' ? ceilDiv(laterCount * ten, rate.units) : ceilDiv(step.numerator, step.denominator),
    )
  }
  return { counts, exact: chain.map((step) => ratioToNumber(step.numerator, step.denominator)) }
}
