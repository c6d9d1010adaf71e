import { upsertCosts } from '#db/commands/upsert-costs'
import { POST_COSTS } from '#lib/api/endpoints'
import { CostItem } from '#lib/records/cost'
import { pushedItems } from '#server/api-items'
import { apiRoute } from '#server/api-route'

export const POST = apiRoute(POST_COSTS, ({ session, body, say }) =>
  pushedItems(body.items, CostItem, say, (rows) => upsertCosts(session, { importId: null, rows })),
)
