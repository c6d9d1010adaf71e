import { type Exact, pow10, ratioToNumber } from '#lib/exact'
import { type Flow, type ForwardPlan, flowCounts, forwardFlows } from './forward'
import type { ChannelPlan } from './scenario'
import type { StageKey } from './stages'
import { uplifted } from './uplift'

type Monthly = Readonly<Record<StageKey, readonly number[]>>

/**
 * What a channel does in the year, and the wins that follow from it. By demand: the integers of step 4, the entry stage
 * raised by its uplift. Scheduled (DOMAIN §2 step 9): the calendar, and the later stages that flow from it.
 */
export function workOf(
  { schedule, entryUplift, entry }: Pick<ChannelPlan, 'schedule' | 'entryUplift' | 'entry'>,
  forward: ForwardPlan,
  stages: readonly StageKey[],
  demanded: Monthly,
): { readonly monthly: Monthly; readonly won: Flow } {
  const entryByMonth = schedule ?? uplifted(forward.entryByMonth, entryUplift)
  const flows = forwardFlows({ ...forward, entryByMonth })
  const won = flows.at(-1) ?? { units: [], denominator: 1n }
  if (!schedule) return { monthly: { ...demanded, [entry]: entryByMonth }, won }
  return { monthly: Object.fromEntries(stages.map((stage, i) => [stage, flows[i] ? flowCounts(flows[i]) : []])), won }
}

/** 未手当: entries that the goal asks of the year and no campaign brings, and their worth × V₀ = D · Π rates. */
export function uncoveredOf(
  asked: readonly number[],
  schedule: readonly number[],
  dealSize: number,
  rates: readonly Exact[],
): { readonly count: number; readonly yen: number } {
  const sum = (counts: readonly number[]) => counts.reduce((a, b) => a + b, 0)
  const count = Math.max(0, sum(asked) - sum(schedule))
  const worth = rates.reduce((product, rate) => product * rate.units, BigInt(count) * BigInt(dealSize))
  const places = rates.reduce((total, rate) => total + rate.places, 0)
  return { count, yen: ratioToNumber(worth, pow10(places)) }
}
