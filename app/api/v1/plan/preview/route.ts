import { POST_PREVIEW } from '#lib/api/endpoints'
import { previewOf } from '#lib/api/preview'
import { apiRoute } from '#server/api-route'

export const POST = apiRoute(POST_PREVIEW, async ({ body }) => previewOf(body))
