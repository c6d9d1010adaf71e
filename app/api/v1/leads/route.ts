import { upsertLeads } from '#db/commands/upsert-leads'
import { POST_LEADS } from '#lib/api/endpoints'
import { LeadItem } from '#lib/records/lead'
import { pushedItems } from '#server/api-items'
import { apiRoute } from '#server/api-route'

export const POST = apiRoute(POST_LEADS, ({ session, body, say }) =>
  pushedItems(body.items, LeadItem, say, (rows) => upsertLeads(session, { importId: null, rows })),
)
