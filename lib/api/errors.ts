import { z } from 'zod'

/** Every answer that is not a success. */
export const ApiErrorAnswer = z.strictObject({
  error: z.strictObject({
    /** 'unauthorised', 'forbidden', 'notFound', 'conflict', 'tooLarge', 'notJson', 'invalid', 'tooMany', 'unavailable', 'fault' */
    code: z.string(),
    message: z.string(),
    /** The entry in the server's log. */
    requestId: z.string(),
    /** Field (path with dots) → what is wrong with it. */
    fields: z.record(z.string(), z.string()).optional(),
  }),
})

/** Status → when it is given. */
export const STATUSES = {
  401: 'No token, or one that is unknown, revoked or expired',
  403: 'The token’s scope or the role of the person who made it does not allow this',
  404: 'Not found; also what belongs to another organisation',
  409: 'It contradicts what stands, or the same call is under way',
  413: 'More than 1 MB',
  415: 'The body is not application/json',
  422: 'A field is missing or cannot be read: see fields',
  429: 'Too many calls: wait for the seconds in Retry-After',
  503: 'The database does not answer: wait for the seconds in Retry-After',
} as const
