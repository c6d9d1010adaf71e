import { z } from 'zod'
import { Name } from './account'

/** A new team or channel. */
export const NewName = z.strictObject({ name: Name })
/** Another name for a team or channel. */
export const NewNameOf = z.strictObject({ id: z.uuid(), name: Name })
export const OneId = z.strictObject({ id: z.uuid() })
