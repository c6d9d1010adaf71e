import { planVersions } from '#db/queries/plans'
import { GET_PLANS } from '#lib/api/endpoints'
import { notFound } from '#lib/errors'
import { apiRoute } from '#server/api-route'

export const GET = apiRoute(GET_PLANS, async ({ session, query }) => {
  if (!session.teams.some(({ id }) => id === query.team)) throw notFound()
  return { plans: await planVersions(session, query.team, query.year) }
})
