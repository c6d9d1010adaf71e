import type { ChannelFigures } from '#lib/funnel/plan'

/** A channel's figures as the API gives them: lists by month from the year's first, lists by stage upstream first. */
export function channelKpis({ revenue, revenueByMonth, funnel }: Omit<ChannelFigures, 'id'>) {
  if (!funnel) return { revenue, revenueByMonth }
  const { stages, annual, annualExact, monthly, requiredBeforeYear, lastUsefulMonthIndex, costByMonth } = funnel
  return {
    ...{ revenue, revenueByMonth, stages, annual, annualExact, monthly },
    ...{ requiredBeforeYear, lastUsefulMonthIndex, costByMonth, ifKept: funnel.ifKept },
    ...(funnel.uncovered ? { uncovered: funnel.uncovered } : {}),
  }
}
