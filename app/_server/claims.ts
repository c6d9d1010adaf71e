import { z } from 'zod'

/** All that the cookie says. Everything else is read from the database at each request. */
export const Claims = z.object({ uid: z.uuid(), org: z.uuid(), sid: z.uuid() })
export type Claims = z.output<typeof Claims>
