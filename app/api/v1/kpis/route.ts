import { GET_KPIS } from '#lib/api/endpoints'
import { channelKpis } from '#lib/api/kpis'
import { plansOfYear } from '#lib/plan-vs-actual/plans-of-year'
import { apiRoute } from '#server/api-route'
import { teamYear } from '../year'

export const GET = apiRoute(GET_KPIS, async ({ session, query }) => {
  const { source, year } = await teamYear(session, query)
  const teams = [...plansOfYear(source)].map(([teamId, { figures }]) => {
    const { goalByMonth, marketingGoalByMonth, channels } = figures
    const kpis = channels.map(({ id: channelId, ...channel }) => ({ channelId, ...channelKpis(channel) }))
    return { teamId, goalByMonth, marketingGoalByMonth, channels: kpis }
  })
  return { months: year.months, teams }
})
