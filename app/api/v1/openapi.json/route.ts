import { openApi } from '#lib/api/open-api'
import { environment } from '#server/env'
import { openRoute } from '#server/open-route'

export const dynamic = 'force-dynamic'

/** What the API takes and answers; it tells nothing of any organisation. */
export const GET = openRoute(() => Response.json(openApi(environment().origin)))
