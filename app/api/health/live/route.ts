import { openRoute } from '#server/open-route'

export const dynamic = 'force-dynamic'

/** The process answers. Never touches the database. */
export const GET = openRoute(() => Response.json({ live: true }))
