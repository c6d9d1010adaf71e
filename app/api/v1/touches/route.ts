import { upsertTouches } from '#db/commands/upsert-touches'
import { POST_TOUCHES } from '#lib/api/endpoints'
import { TouchItem } from '#lib/records/touch'
import { pushedItems } from '#server/api-items'
import { apiRoute } from '#server/api-route'

export const POST = apiRoute(POST_TOUCHES, ({ session, body, say }) =>
  pushedItems(body.items, TouchItem, say, (rows) => upsertTouches(session, { importId: null, rows })),
)
