import { ceilDiv, type Exact, pow10 } from '#lib/exact'
import type { Demand } from './demand'
import { type Kernel, weighted } from './kernel'

/** Units of one stage in the twelve months: units[j] ÷ denominator, exact. */
export type Flow = { readonly units: readonly bigint[]; readonly denominator: bigint }

/** What one channel's plan, run forward, needs. Lists of stages upstream first, of transitions likewise. */
export type ForwardPlan = {
  readonly revenue: number
  /** Wanted revenue of months 0, 1, 2 … from the year's first on. */
  readonly demand: Demand
  readonly growth: Exact
  readonly rates: readonly Exact[]
  readonly kernels: readonly Kernel[]
  readonly toWon: readonly Kernel[]
  /** Annual integers. */
  readonly counts: readonly bigint[]
  /** What the entry stage does in the twelve months. */
  readonly entryByMonth: readonly number[]
}

/**
 * The plan run forward at plan rates (DOMAIN §2 steps 8 and 9): F(s, j) = r_s · Σ_l k_s(l) · F(s−1, j−l), where a month
 * before the year carries that stage's own scaled demand. One flow per stage, in exact rationals.
 */
export function forwardFlows(plan: ForwardPlan): Flow[] {
  const before = beforeYear(plan)
  // Each step multiplies by its own powers of ten, so that every earlier month fits the denominator of its stage.
  let denominator = before.denominator * pow10(plan.toWon[0]?.places ?? 0)
  let units = plan.entryByMonth.map((count) => BigInt(count) * denominator)
  const flows: Flow[] = [{ units, denominator }]
  for (const [i, kernel] of plan.kernels.entries()) {
    const rate = plan.rates[i]
    if (!rate) break
    const flow = { units, denominator }
    const early = before.of(i, kernel.shares.length - 1, denominator)
    units = units.map((_, month) => rate.units * arriving(kernel, month, flow.units, early))
    denominator *= pow10(rate.places + kernel.places)
    flows.push({ units, denominator })
  }
  return flows
}

/** Integers of a flow by cumulative ceiling, from the year's first month on (DOMAIN §2 step 4). */
export function flowCounts({ units, denominator }: Flow): number[] {
  let cumulative = 0n
  let before = 0n
  return units.map((own) => {
    cumulative += own
    const after = ceilDiv(cumulative, denominator)
    const count = Number(after - before)
    before = after
    return count
  })
}

/** Σ_l k(l) · F(month − l), k as units; early[0] is the last month before the year, early[1] the one before it. */
function arriving(kernel: Kernel, month: number, flow: readonly bigint[], early: readonly bigint[]): bigint {
  let sum = 0n
  for (let lag = 0; lag < kernel.shares.length; lag++) {
    const share = kernel.shares[lag] ?? 0n
    const from = month - lag
    if (share > 0n) sum += share * ((from >= 0 ? flow[from] : early[-1 - from]) ?? 0n)
  }
  return sum
}

/**
 * Scaled demand of the months before the year. Wins before the year are those of twelve months later ÷ (1 + growth),
 * year upon year, so the denominator holds that factor once per year that the longest look-back reaches.
 */
function beforeYear({ revenue, demand, growth, counts, toWon, kernels }: ForwardPlan) {
  const factor = pow10(growth.places) + growth.units
  const years = Math.ceil(Math.max(0, ...kernels.map(({ shares }) => shares.length - 1)) / 12)
  const denominator = revenue === 0 ? 1n : BigInt(revenue) * demand.denominator * factor ** BigInt(years)
  const wanted = (month: number): bigint => {
    const back = Math.max(0, Math.ceil(-month / 12))
    const units = demand.units[month + 12 * back] ?? 0n
    return units * pow10(growth.places * back) * factor ** BigInt(years - back)
  }
  /** Of one stage, latest month first, over `shared` (a multiple of this denominator by a power of ten). */
  const of = (stage: number, months: number, shared: bigint): bigint[] => {
    const kernel = toWon[stage]
    if (!kernel || revenue === 0) return Array<bigint>(months).fill(0n)
    const scale = (counts[stage] ?? 0n) * (shared / (denominator * pow10(kernel.places)))
    const length = months + kernel.shares.length - 1
    const byMonth = Array.from({ length }, (_, place) => wanted(place - months))
    return Array.from({ length: months }, (_, i) => scale * weighted(kernel.shares, byMonth, months - i - 1))
  }
  return { denominator, of }
}
