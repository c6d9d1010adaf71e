import { GET_BRIDGE } from '#lib/api/endpoints'
import { notFound } from '#lib/errors'
import { bridgeOf } from '#lib/plan-vs-actual/bridge'
import { apiRoute } from '#server/api-route'
import { teamYear } from '../year'

export const GET = apiRoute(GET_BRIDGE, async ({ session, query }) => {
  const { ledger } = await teamYear(session, query)
  const { channel = null } = query
  if (channel !== null && !ledger.channels.some(({ id }) => id === channel)) throw notFound()
  const { plan, actual, gap, through, effects, partialChannels } = bridgeOf(ledger, channel)
  const told = effects.map(({ key, amount, isLever, isPartial }) => ({ key, amount, isLever, isPartial }))
  return { plan, actual, gap, through, effects: told, partialChannels }
})
