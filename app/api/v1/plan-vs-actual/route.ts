import { GET_PLAN_VS_ACTUAL } from '#lib/api/endpoints'
import { apiRoute } from '#server/api-route'
import { teamYear } from '../year'

export const GET = apiRoute(GET_PLAN_VS_ACTUAL, async ({ session, query }) => {
  const { year, ledger } = await teamYear(session, query)
  const { actualsThrough, closedThrough, rows } = ledger
  return { months: year.months, actualsThrough, closedThrough, rows }
})
