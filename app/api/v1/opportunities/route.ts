import { upsertOpportunities } from '#db/commands/upsert-opportunities'
import { POST_OPPORTUNITIES } from '#lib/api/endpoints'
import { OpportunityItem } from '#lib/records/opportunity'
import { pushedItems } from '#server/api-items'
import { apiRoute } from '#server/api-route'

export const POST = apiRoute(POST_OPPORTUNITIES, ({ session, body, say }) =>
  pushedItems(body.items, OpportunityItem, say, (rows) => upsertOpportunities(session, { importId: null, rows })),
)
