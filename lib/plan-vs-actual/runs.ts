import { lookBack, type Run } from '#lib/forecast/run'
import type { StageKey } from '#lib/funnel/stages'
import { monthsBetween } from '#lib/month'
import type { EnteredActual, PlanAndActuals } from './ledger-of'
import type { TeamPlan } from './plans-of-year'

/** A run per team and channel whose plan yields figures. The root's own channels are none: its teams plan them. */
export function runsOf(source: PlanAndActuals, plans: ReadonlyMap<string, TeamPlan>): Run[] {
  const earlier = earlierCounts(source)
  return [...plans].flatMap(([teamId, { scenario, figures }]) =>
    figures.channels.flatMap(({ id, funnel }, i): Run[] => {
      const channel = scenario.channels[i]
      if (teamId === source.wholeOf || !funnel || !channel) return []
      const { rates, lags, dealSize } = channel
      const months = 12 + lookBack(lags)
      const before = funnel.stages.map((stage) => [stage, last(months, earlier.get(keyOf(teamId, id, stage)))] as const)
      return [
        { teamId, channelId: id, stages: funnel.stages, rates, lags, dealSize, before: Object.fromEntries(before) },
      ]
    }),
  )
}

/** Counts of months before the year by address: index 0 is the last month before it, 1 the one before that. */
type Earlier = ReadonlyMap<string, ReadonlyMap<number, number>>

const keyOf = (teamId: string, channelId: string | null, metric: StageKey) => [teamId, channelId, metric].join(' ')

function earlierCounts({ actuals, year }: PlanAndActuals): Earlier {
  const found = new Map<string, Map<number, number>>()
  for (const { teamId, channelId, metric, month, value } of actuals.filter(isOfChannel)) {
    const ago = monthsBetween(month, year.first) - 1
    if (ago < 0) continue
    const key = keyOf(teamId, channelId, metric)
    const months = found.get(key) ?? new Map<number, number>()
    found.set(key, months.set(ago, (months.get(ago) ?? 0) + value))
  }
  return found
}

const isOfChannel = (actual: EnteredActual) => actual.line === 'channel'

function last(months: number, counts: ReadonlyMap<number, number> | undefined): (number | null)[] {
  return Array.from({ length: months }, (_, i) => counts?.get(months - 1 - i) ?? null)
}
