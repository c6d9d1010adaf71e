import { ceilDiv, type Exact, pow10 } from '#lib/exact'
import { type Kernel, weighted } from './kernel'

/** Revenue wanted of a channel in months 0, 1, 2 … from the year's first on: units[m] ÷ denominator. */
export type Demand = { readonly units: readonly bigint[]; readonly denominator: bigint }

/**
 * Wanted revenue of this year and of the `monthsAfter` months that follow (DOMAIN §2 step 3): next year's active plan
 * where there is one, else the same month a year before × (1 + growth), year upon year.
 */
export function demandOf(
  revenueByMonth: readonly number[],
  revenueNextYear: readonly number[] | undefined,
  growth: Exact,
  monthsAfter: number,
): Demand {
  const factor = pow10(growth.places) + growth.units
  const planned = revenueNextYear ? [...revenueByMonth, ...revenueNextYear] : revenueByMonth
  const yearsPlanned = planned.length / 12
  const powers = Math.max(0, Math.ceil((12 + monthsAfter) / 12) - yearsPlanned)
  const units = Array.from({ length: 12 + monthsAfter }, (_, month) => {
    const power = Math.max(0, Math.floor(month / 12) - yearsPlanned + 1)
    const base = BigInt(planned[month - 12 * power] ?? 0)
    return base * factor ** BigInt(power) * pow10(growth.places * (powers - power))
  })
  return { units, denominator: pow10(growth.places * powers) }
}

/**
 * A stage's integers of the twelve months by cumulative ceiling (DOMAIN §2 steps 3 and 4). Scaled demand is
 * count × Σ_l K(l) · G(j + l) ÷ R with K the kernel from the stage to won: deal size and rates cancel out, because the
 * stage's exact year is R divided by the same ones. R = 0 gives zeros.
 */
export function monthlyCounts(count: bigint, toWon: Kernel, demand: Demand, revenue: number): number[] {
  if (revenue === 0) return Array<number>(12).fill(0)
  const divisor = BigInt(revenue) * demand.denominator * pow10(toWon.places)
  let cumulative = 0n
  let before = 0n
  return Array.from({ length: 12 }, (_, month) => {
    cumulative += count * weighted(toWon.shares, demand.units, month)
    const after = ceilDiv(cumulative, divisor)
    const own = Number(after - before)
    before = after
    return own
  })
}

/**
 * 期首前に必要: the scaled demand of this year's twelve months that falls before month 1, rounded up once (DOMAIN §2
 * step 5). Work for month m falls before the year when its lag is longer than m.
 */
export function requiredBefore(
  count: bigint,
  toWon: Kernel,
  revenueByMonth: readonly number[],
  revenue: number,
): number {
  if (revenue === 0) return 0
  let early = 0n
  let served = 0
  for (const [lag, share] of toWon.shares.entries()) {
    if (share > 0n) early += share * BigInt(served)
    served += revenueByMonth[lag] ?? 0
  }
  return Number(ceilDiv(count * early, BigInt(revenue) * pow10(toWon.places)))
}
