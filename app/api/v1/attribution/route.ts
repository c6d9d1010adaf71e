import { attributionStanding, bookedRevenue, creditsByChannel, frozenCredits } from '#db/queries/attribution'
import { markovOf } from '#db/queries/attribution-markov'
import type { TokenSession } from '#db/queries/token-session'
import { markovModel, modelCredits } from '#lib/api/attribution-answer'
import { GET_ATTRIBUTION } from '#lib/api/endpoints'
import { causesOf } from '#lib/attribution/restatement'
import { notFound } from '#lib/errors'
import { fiscalYear, type Month } from '#lib/month'
import { PERIODS } from '#lib/plan-vs-actual/period'
import { apiRoute } from '#server/api-route'

export const GET = apiRoute(GET_ATTRIBUTION, async ({ session, query }) => {
  const { basis, customers } = query
  const of = { teamId: teamOf(session, query.team) }
  const months = monthsOf(session, query)
  const standing = await attributionStanding(session)
  const { rows } = await bookedRevenue(session, of, months)
  const booked = rows.filter(({ isNew }) => customers === 'all' || isNew === (customers === 'new'))
  const credits = await creditsByChannel(session, of, { ...months, bases: [basis] })
  const markov = basis === 'won' ? markovModel(await markovOf(session, of, { ...months, customers })) : []
  const frozen = await frozenCredits(session, of, months)
  return {
    ...{ ...months, basis, customers, rules: standing.rules, defaultModel: standing.defaultModel },
    behind: { rules: standing.pending, run: standing.run, opportunities: standing.waiting },
    booked: {
      amount: booked.reduce((sum, { amount }) => sum + amount, 0),
      deals: booked.reduce((sum, { count }) => sum + count, 0),
    },
    models: [...modelCredits(credits, customers), ...markov],
    frozen: frozen.months,
    restatements: frozen.restatements.map((row) => {
      const { teamId, month, basis, opportunityId, name, before, after, at } = row
      return { teamId, month, basis, opportunityId, name, causes: causesOf(row), before, after, at }
    }),
  }
})

function teamOf(session: TokenSession, id: string): string {
  if (!session.teams.some((team) => team.id === id)) throw notFound()
  return id
}

function monthsOf({ org }: TokenSession, query: { year: number; period: string }): { from: Month; to: Month } {
  const { months, first, last } = fiscalYear(query.year, org.fiscalStart)
  const period = PERIODS.find(({ key }) => key === query.period)
  return { from: months[period?.first ?? 0] ?? first, to: months[period?.last ?? 11] ?? last }
}
