import { z } from 'zod'
import { freeText } from './text'

/** Why something was done, in a person's words; blank is null. Messages are keys of `errors`. */
export const Reason = freeText(2000, { long: 'reasonLong', unseen: 'reasonUnseen' })

/** A reason without which nothing is done. */
export const RequiredReason = Reason.pipe(z.string({ error: 'reasonMissing' }))
