import type { ChannelDraft, PlanDraft } from '#lib/input/plan-draft'
import { CHANNELS, type ChannelAssumption, type Goals, type TeamPlan, WEIGHTS } from './company'

/** Ids of the organisation's channels by name. */
export type ChannelIds = ReadonlyMap<string, string>

/** The company's plan holds goals only: its teams plan the channels. */
export function companyDraft(goals: Goals): PlanDraft {
  const spread: PlanDraft['spread'] = { kind: 'weights', values: [...WEIGHTS] }
  const capacity = { salesPeople: null, opportunitiesPerPerson: null }
  return { ...goals, spread, nextYearGrowth: '0.1', rounding: 'stage', channels: [], ...capacity }
}

/** A team's plan; its deals are larger or smaller than the company's usual ones. */
export function teamDraft(goals: Goals, { dealSizeFactor, capacity }: TeamPlan, ids: ChannelIds): PlanDraft {
  const channels = Object.entries(CHANNELS).flatMap(([name, assumption]) => {
    const channelId = ids.get(name)
    return channelId ? [channelDraft(channelId, assumption, dealSizeFactor)] : []
  })
  return { ...companyDraft(goals), ...capacity, channels }
}

function channelDraft(channelId: string, assumption: ChannelAssumption, dealSizeFactor: number): ChannelDraft {
  const { share, entry, unitCost, fixedCostPerMonth, scheduled = false, note = null } = assumption
  return {
    ...{ channelId, share, entry, fixedCostPerMonth, scheduled, entryUplift: null, note },
    transitions: Object.entries(assumption.transitions).map(([to, [rate, lag]]) => ({ to, rate, lag })),
    dealSize: assumption.dealSize * dealSizeFactor,
    unitCostStage: unitCost?.stage ?? null,
    unitCost: unitCost?.yen ?? null,
  }
}
