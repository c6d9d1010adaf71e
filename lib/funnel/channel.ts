import { type Exact, exactOf, pow10 } from '#lib/exact'
import { annualCounts } from './annual'
import { demandOf, monthlyCounts, requiredBefore } from './demand'
import { type IfKept, ifKept } from './if-kept'
import { type Kernel, kernelOf, kernelsToWon, lastUsefulMonth } from './kernel'
import type { ChannelPlan, Decimal, Scenario } from './scenario'
import { type StageKey, stagesFrom } from './stages'
import { closingUplift } from './uplift'
import { uncoveredOf, workOf } from './work'

/** What one channel must deliver. Lists follow `stages`; the year's first month has index 0. */
export type Funnel = {
  /** From the channel's entry to won. */
  readonly stages: readonly StageKey[]
  /** 今期の売上に必要な数: integers of the year's tree, and the unrounded chain. */
  readonly annual: readonly number[]
  readonly annualExact: readonly number[]
  /** 今期中に行う数: twelve integers per stage; they include work for next year's revenue. */
  readonly monthly: Readonly<Record<StageKey, readonly number[]>>
  /** 期首前に必要, per stage. */
  readonly requiredBeforeYear: Readonly<Record<StageKey, number>>
  /** 最終着手月 of the entry stage: 0 … 11, negative before the year; null when no revenue is wanted. */
  readonly lastUsefulMonthIndex: number | null
  /** The same by the kernel from each stage on: later months of the stage's row are work for next year's revenue. */
  readonly lastUsefulByStage: Readonly<Record<StageKey, number>>
  /** Planned cost; null when neither a unit cost nor a fixed cost is entered. */
  readonly costByMonth: readonly number[] | null
  /** 計画どおりなら: where the plan lands when it is kept to the letter, unrounded. */
  readonly ifKept: IfKept
  /** 未手当 of a scheduled channel: entries that the goal asks and no campaign brings, and their worth; else null. */
  readonly uncovered: { readonly count: number; readonly yen: number } | null
  /** Uplift of the goal's entry work that closes the year, '0.032'; null when it closes already or nothing can close it. */
  readonly uplift: Decimal | null
}

export type FunnelOptions = Pick<Scenario, 'stages' | 'rounding' | 'nextYearGrowth'>

/**
 * The whole calculation of one channel (DOMAIN §2 steps 2–9), pure, so that a screen can keep it while other channels
 * change. Null when an assumption is missing or impossible: rate 0 or above 100 %, deal size 0, unreadable lag. `read`
 * are the channel's assumptions, for whoever has read them already.
 */
export function channelFunnel(
  channel: ChannelPlan,
  revenueByMonth: readonly number[],
  options: FunnelOptions,
  read: Assumptions | null = assumptionsOf(channel, options),
): Funnel | null {
  if (!read) return null
  const { stages, rates, kernels, toWon, growth } = read
  const revenue = revenueByMonth.reduce((a, b) => a + b, 0)
  const { counts, exact } = annualCounts(revenue, channel.dealSize, rates, options.rounding)
  const longest = toWon[0] ? toWon[0].shares.length - 1 : 0
  const demand = demandOf(revenueByMonth, channel.revenueNextYear, growth, longest)

  const demanded: Record<StageKey, readonly number[]> = {}
  const requiredBeforeYear: Record<StageKey, number> = {}
  const lastUsefulByStage: Record<StageKey, number> = {}
  for (const [i, stage] of stages.entries()) {
    const [count, kernel] = [counts[i], toWon[i]]
    if (count === undefined || kernel === undefined) continue
    demanded[stage] = monthlyCounts(count, kernel, demand, revenue)
    requiredBeforeYear[stage] = requiredBefore(count, kernel, revenueByMonth, revenue)
    if (revenue > 0) lastUsefulByStage[stage] = lastUsefulMonth(kernel)
  }
  const asked = demanded[channel.entry] ?? []
  const forward = { revenue, demand, growth, rates, kernels, toWon, counts, entryByMonth: asked }
  const work = workOf(channel, forward, stages, demanded)
  return {
    stages,
    annual: counts.map(Number),
    annualExact: exact,
    monthly: work.monthly,
    requiredBeforeYear,
    lastUsefulMonthIndex: lastUsefulByStage[channel.entry] ?? null,
    lastUsefulByStage,
    costByMonth: costByMonth(channel, work.monthly),
    ifKept: ifKept(work.won, channel.dealSize),
    uncovered: channel.schedule ? uncoveredOf(asked, channel.schedule, channel.dealSize, rates) : null,
    uplift: channel.schedule
      ? null
      : closingUplift(forward, channel.dealSize, channel.entryUplift ? undefined : work.won),
  }
}

export type Assumptions = {
  readonly stages: readonly StageKey[]
  readonly rates: readonly Exact[]
  readonly kernels: readonly Kernel[]
  readonly toWon: readonly Kernel[]
  readonly growth: Exact
}

/** Reads a channel's decimals; null when one of them gives no figures. What is wanted of the channel plays no part. */
export function assumptionsOf(channel: ChannelPlan, options: FunnelOptions): Assumptions | null {
  const stages = stagesFrom(options.stages, channel.entry)
  const rates = allOf(channel.rates.map(exactOf))
  const kernels = allOf(channel.lags.map(kernelOf))
  const growth = exactOf(options.nextYearGrowth)
  if (!rates || !kernels || !growth || stages.length === 0) return null
  const onePerTransition = rates.length === stages.length - 1 && kernels.length === stages.length - 1
  const possible = rates.every(isRate) && isDealSize(channel.dealSize) && isGrowth(growth)
  return onePerTransition && possible ? { stages, rates, kernels, toWon: kernelsToWon(kernels), growth } : null
}

/** The list, or null when one of its values could not be read. */
function allOf<T>(values: readonly (T | null)[]): readonly T[] | null {
  const read = values.filter((value) => value !== null)
  return read.length === values.length ? read : null
}

/** 0 < rate ≤ 100 %. */
export const isRate = (rate: Exact): boolean => rate.units > 0n && rate.units <= pow10(rate.places)
/** Next year is more than nothing: growth > −100 %. */
export const isGrowth = (growth: Exact): boolean => growth.units > -pow10(growth.places)
export const isDealSize = (amount: number): boolean => Number.isSafeInteger(amount) && amount > 0

/** Budgets of a scheduled channel's campaigns, else unit cost × its stage's monthly integers + fixed (DOMAIN §2, §9). */
function costByMonth(channel: ChannelPlan, monthly: Funnel['monthly']): readonly number[] | null {
  const { unitCost, fixedCostPerMonth, schedule, budgetByMonth } = channel
  if (schedule && budgetByMonth) return budgetByMonth
  const units = unitCost ? monthly[unitCost.stage] : undefined
  if (!units && fixedCostPerMonth === null) return null
  return Array.from(
    { length: 12 },
    (_, month) => (units?.[month] ?? 0) * (unitCost?.yen ?? 0) + (fixedCostPerMonth ?? 0),
  )
}
