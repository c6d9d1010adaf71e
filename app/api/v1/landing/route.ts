import { GET_LANDING } from '#lib/api/endpoints'
import { LANDING_CASES, landingOf } from '#lib/forecast/landing'
import { opportunityLandingOf } from '#lib/forecast/opportunity-landing'
import type { Ledger } from '#lib/plan-vs-actual/ledger'
import { apiRoute } from '#server/api-route'
import { teamYear } from '../year'

export const GET = apiRoute(GET_LANDING, async ({ session, query }) => {
  const { year, ledger } = await teamYear(session, query)
  const cases = {
    plan: landingIn(ledger, 'plan'),
    observed: landingIn(ledger, 'observed'),
    observedPace: landingIn(ledger, 'observedPace'),
    opportunities: byOpportunities(ledger),
  }
  return { months: year.months, actualsThrough: ledger.actualsThrough, cases }
})

function landingIn(ledger: Ledger, which: keyof typeof LANDING_CASES) {
  const { byMonth, total, goal, attainment, existing, salesSourced, marketing, channels } = landingOf(
    ledger,
    LANDING_CASES[which],
  )
  return {
    ...{ byMonth, total, goal, attainment, existing, salesSourced, marketing },
    channels: channels.map(({ teamId, channelId, revenueByMonth, revenue, won, rates, dealSize }) => {
      return { teamId, channelId, revenueByMonth, revenue, won, rates, dealSize }
    }),
  }
}

function byOpportunities(ledger: Ledger) {
  const landing = opportunityLandingOf(ledger)
  if (landing === null) return null
  return {
    ...landing,
    channels: landing.channels.map(({ opportunities, ...channel }) => {
      return { ...channel, openCount: opportunities.count, openAmount: opportunities.amount }
    }),
  }
}
