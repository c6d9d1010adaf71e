import { campaignsOf } from '#db/queries/campaigns'
import { channels, stages } from '#db/queries/organisation'
import { GET_ORGANISATION } from '#lib/api/endpoints'
import { apiRoute } from '#server/api-route'

export const GET = apiRoute(GET_ORGANISATION, async ({ session }) => {
  const { id, name, currency, fiscalStart, timeZone } = session.org
  const campaigns = await Promise.all(session.teams.map((team) => campaignsOf(session, team.id)))
  return {
    organisation: { id, name, currency, fiscalStart, timeZone },
    teams: session.teams.map(({ id, name, isRoot }) => ({ id, name, isRoot })),
    channels: (await channels(session)).map(({ colour: _, ...channel }) => channel),
    stages: (await stages(session)).map(({ key, name }) => ({ key, name })),
    campaigns: campaigns.flat(),
  }
})
