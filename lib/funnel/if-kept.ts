import { type Exact, pow10, ratioToNumber } from '#lib/exact'
import type { Demand } from './demand'
import type { Kernel } from './kernel'

export type IfKept = { readonly revenueByMonth: readonly number[]; readonly revenue: number }

/** What one channel's plan, kept to the letter, runs on. Lists of stages upstream first, of transitions likewise. */
export type KeptPlan = {
  readonly revenue: number
  /** Wanted revenue of months 0, 1, 2 … from the year's first on. */
  readonly demand: Demand
  readonly growth: Exact
  readonly dealSize: number
  readonly rates: readonly Exact[]
  readonly kernels: readonly Kernel[]
  readonly toWon: readonly Kernel[]
  readonly counts: readonly bigint[]
  /** Monthly integers of the entry stage. */
  readonly entryByMonth: readonly number[]
}

/**
 * 計画どおりなら: the plan run forward at plan rates (DOMAIN §2 step 8), in unrounded money. Months before the year carry
 * each stage's own scaled demand; from month 1 on the entry stage is its monthly integers and the rest follows.
 */
export function ifKept(plan: KeptPlan): IfKept {
  const kernels = plan.kernels.map(numbers)
  let flow = plan.entryByMonth.map(Number)
  for (const [i, kernel] of kernels.entries()) {
    const before = demandBefore(plan, i, kernel.length - 1)
    const rate = plan.rates[i]
    const ratio = rate ? ratioToNumber(rate.units, pow10(rate.places)) : 0
    flow = flow.map((_, month) => ratio * arriving(kernel, month, flow, before))
  }
  const revenueByMonth = flow.map((won) => won * plan.dealSize)
  return { revenueByMonth, revenue: revenueByMonth.reduce((a, b) => a + b, 0) }
}

const numbers = (kernel: Kernel): number[] => kernel.shares.map((share) => ratioToNumber(share, pow10(kernel.places)))

/** Σ_l k(l) · F(month − l); before[0] is the last month before the year, before[1] the one before it. */
function arriving(
  kernel: readonly number[],
  month: number,
  flow: readonly number[],
  before: readonly number[],
): number {
  return kernel.reduce((sum, share, lag) => {
    const from = month - lag
    return sum + share * ((from >= 0 ? flow[from] : before[-1 - from]) ?? 0)
  }, 0)
}

/** Scaled demand of a stage in the `months` months before the year, latest first. */
function demandBefore(plan: KeptPlan, stage: number, months: number): number[] {
  const toWon = plan.toWon[stage]
  if (!toWon || plan.revenue === 0) return Array<number>(months).fill(0)
  const shares = numbers(toWon)
  const wanted = plan.demand.units.map((units) => ratioToNumber(units, plan.demand.denominator))
  const factor = 1 + Number(plan.growth.units) / Number(pow10(plan.growth.places))
  const scale = Number(plan.counts[stage] ?? 0n) / plan.revenue
  return Array.from(
    { length: months },
    (_, i) => scale * shares.reduce((sum, share, lag) => sum + share * wantedIn(lag - i - 1, wanted, factor), 0),
  )
}

/** Wanted revenue of a month; before the year that of twelve months later ÷ (1 + growth), year upon year. */
function wantedIn(month: number, wanted: readonly number[], factor: number): number {
  const years = Math.min(0, Math.floor(month / 12))
  return (wanted[month - 12 * years] ?? 0) * factor ** years
}
