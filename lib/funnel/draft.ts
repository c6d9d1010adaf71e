import { exactOf } from '#lib/exact'
import type { ChannelDraft, PlanDraft } from '#lib/input/plan-draft'
import { type Calendar, EMPTY_CALENDAR } from './calendar'
import { isGrowth } from './channel'
import { channelFaults, isNegative } from './channel-faults'
import { fault, type PlanFault } from './fault'
import type { ChannelFigures } from './plan'
import type { ChannelPlan, Scenario, Spread } from './scenario'
import { shareRemainder, sumOf } from './shares'
import { type StageKey, transitionsFrom } from './stages'

/** What next year's active plan wants of each channel. */
export type NextYear = { readonly channels: readonly Pick<ChannelFigures, 'id' | 'revenueByMonth'>[] }

/** An unreadable decimal: a channel that has one gets no figures. */
const MISSING = ''

/** Calendars by channel id: what each channel's campaigns plan. */
export type Calendars = ReadonlyMap<string, Calendar>

/**
 * The scenario of a draft, faults and all: a missing amount counts as 0, a channel with a missing or impossible
 * assumption yields no figures. `nextYear` are the figures of next year's active plan, where there is one; `calendars`
 * matter to scheduled channels only, and one without campaigns is planned to bring nothing. `planOf` lets a screen keep
 * what it made of channels that did not change.
 */
export function scenarioOf(
  draft: PlanDraft,
  stages: readonly StageKey[],
  nextYear: NextYear | null = null,
  calendars: Calendars = new Map(),
  planOf: typeof channelPlanOf = channelPlanOf,
): Scenario {
  return {
    revenueGoal: amountOf(draft.revenueGoal),
    existing: amountOf(draft.existing),
    salesSourced: amountOf(draft.salesSourced),
    spread: spreadOf(draft.spread),
    nextYearGrowth: draft.nextYearGrowth ?? '0',
    rounding: draft.rounding,
    stages,
    channels: draft.channels.map((channel) => planOf(channel, stages, nextYear, calendars.get(channel.channelId))),
  }
}

const amountOf = (amount: number | null): number => Math.max(0, amount ?? 0)

function spreadOf({ kind, values }: PlanDraft['spread']): Spread {
  return kind === 'weights'
    ? { kind, weights: values.map((value) => value ?? '0') }
    : { kind, amounts: values.map((value) => Math.max(0, Number(value ?? 0))) }
}

/** One channel's scenario; depends on nothing else of the draft, so that a screen can keep it while others change. */
export function channelPlanOf(
  channel: ChannelDraft,
  stages: readonly StageKey[],
  nextYear: NextYear | null,
  calendar: Calendar = EMPTY_CALENDAR,
): ChannelPlan {
  const typed = transitionsFrom(stages, channel.entry).map(({ to }) => channel.transitions.find((t) => t.to === to))
  const { unitCost, unitCostStage, fixedCostPerMonth } = channel
  return {
    id: channel.channelId,
    share: channel.share ?? '0',
    entry: channel.entry,
    rates: typed.map((transition) => transition?.rate ?? MISSING),
    lags: typed.map((transition) => transition?.lag ?? MISSING),
    dealSize: channel.dealSize ?? 0,
    unitCost: isCost(unitCost) && unitCostStage !== null ? { stage: unitCostStage, yen: unitCost } : null,
    fixedCostPerMonth: isCost(fixedCostPerMonth) ? fixedCostPerMonth : null,
    ...(nextYear ? { revenueNextYear: revenueIn(nextYear, channel.channelId) } : {}),
    ...(channel.scheduled ? { schedule: calendar.entries, budgetByMonth: calendar.budgets } : {}),
    ...(isUplift(channel.entryUplift) ? { entryUplift: channel.entryUplift } : {}),
  }
}

const isUplift = (text: string | null): text is string => (exactOf(text ?? '')?.units ?? 0n) > 0n
const isCost = (amount: number | null): amount is number => amount !== null && amount >= 0

/** A channel that next year's plan leaves out is wanted for nothing then. */
function revenueIn(plan: NextYear, channelId: string): readonly number[] {
  return plan.channels.find((channel) => channel.id === channelId)?.revenueByMonth ?? Array<number>(12).fill(0)
}

/**
 * Everything that keeps a draft from becoming the active plan (DOMAIN §2, odd input), in the order of the form.
 * `goalsOnly`: the root team beside other teams plans no channels itself. `ofGoals` and `ofChannel` let a screen keep
 * the faults of what did not change.
 */
export function faultsOf(
  draft: PlanDraft,
  stages: readonly StageKey[],
  { goalsOnly = false, ofGoals = goalsFaults, ofChannel = channelFaults }: FaultOptions = {},
): PlanFault[] {
  const { revenueGoal, existing, salesSourced, spread } = draft
  const goals = ofGoals({ revenueGoal, existing, salesSourced, spread })
  if (goalsOnly) return goals
  return [
    ...goals,
    ...shareFaults(draft),
    ...draft.channels.flatMap((channel, i) => ofChannel(channel, `channels.${i}`, stages)),
    ...growthFaults(draft.nextYearGrowth),
    ...capacityFaults(draft),
  ]
}

type FaultOptions = {
  readonly goalsOnly?: boolean
  readonly ofGoals?: typeof goalsFaults
  readonly ofChannel?: typeof channelFaults
}

type GoalsDraft = Pick<PlanDraft, 'revenueGoal' | 'existing' | 'salesSourced' | 'spread'>

/** faultsOf's part for the year's goals and how they fall on its months. */
export function goalsFaults(goals: GoalsDraft): PlanFault[] {
  return [...goalFaults(goals), ...spreadFaults(goals)]
}

function goalFaults({ revenueGoal, existing, salesSourced }: GoalsDraft): PlanFault[] {
  const missing = [
    revenueGoal === null ? fault('revenueGoal', 'goalMissing') : null,
    revenueGoal !== null && revenueGoal <= 0 ? fault('revenueGoal', 'goalNotPositive') : null,
    existing === null ? fault('existing', 'amountMissing') : null,
    salesSourced === null ? fault('salesSourced', 'amountMissing') : null,
    existing !== null && existing < 0 ? fault('existing', 'amountNegative') : null,
    salesSourced !== null && salesSourced < 0 ? fault('salesSourced', 'amountNegative') : null,
  ].filter((found) => found !== null)
  const least = (existing ?? 0) + (salesSourced ?? 0)
  const below = missing.length === 0 && revenueGoal !== null && revenueGoal < least
  return below ? [fault('revenueGoal', 'goalBelowParts', { least })] : missing
}

function spreadFaults({ spread, revenueGoal }: GoalsDraft): PlanFault[] {
  const months = spread.values.flatMap((value, month) => {
    if (value === null) return [fault(`spread.${month}`, 'monthMissing')]
    return (exactOf(value)?.units ?? -1n) < 0n ? [fault(`spread.${month}`, 'monthNegative')] : []
  })
  if (months.length > 0) return months
  const total = sumOf(spread.values)
  if (spread.kind === 'weights') return total.units === 0n ? [fault('spread', 'weightsAllZero')] : []
  const difference = Number(total.units) / 10 ** total.places - (revenueGoal ?? 0)
  if (difference === 0) return []
  return [fault('spread', difference > 0 ? 'amountsAbove' : 'amountsBelow', { difference: Math.abs(difference) })]
}

function shareFaults({ channels, ...draft }: PlanDraft): PlanFault[] {
  const wanted = (draft.revenueGoal ?? 0) > (draft.existing ?? 0) + (draft.salesSourced ?? 0)
  if (channels.length === 0) return wanted ? [fault('channels', 'channelsMissing')] : []
  const off = shareRemainder(channels)
  if (off.units === 0n || channels.some((channel) => channel.share === null)) return []
  const percent = Math.abs(Number(off.units)) / 10 ** off.places
  return [fault('shares', off.units > 0n ? 'sharesBelow' : 'sharesAbove', { percent })]
}

function growthFaults(growth: string | null): PlanFault[] {
  const read = exactOf(growth ?? '')
  if (!read) return [fault('nextYearGrowth', 'growthMissing')]
  return isGrowth(read) ? [] : [fault('nextYearGrowth', 'growthTooLow')]
}

function capacityFaults({ salesPeople, opportunitiesPerPerson }: PlanDraft): PlanFault[] {
  return [
    salesPeople !== null && salesPeople < 0 ? fault('salesPeople', 'capacityNegative') : null,
    isNegative(opportunitiesPerPerson) ? fault('opportunitiesPerPerson', 'capacityNegative') : null,
  ].filter((found) => found !== null)
}
