import { z } from 'zod'
import { UNSEEN } from './account'

/** Line breaks, and the joiners of emoji and Persian, are welcome in a longer text; other unseen characters are not. */
const WELCOME = /[\n\r\t\u200c\u200d]/g

/** Why something was done, in a person's words; blank is null. Messages are keys of `errors`. */
export const Reason = z
  .string()
  .max(2000, { error: 'reasonLong' })
  .refine((text) => !UNSEEN.test(text.replace(WELCOME, '')), { error: 'reasonUnseen' })
  .transform((text) => text.trim() || null)
  .nullable()

/** A reason without which nothing is done. */
export const RequiredReason = Reason.pipe(z.string({ error: 'reasonMissing' }))
