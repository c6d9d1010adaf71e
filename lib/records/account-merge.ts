import { z } from 'zod'

/** Records that follow their account when it is merged into another. */
export const MOVED_KINDS = ['leads', 'opportunities', 'touches'] as const
export type MovedKind = (typeof MOVED_KINDS)[number]

/** Two accounts that are one company: what belongs to `fromId` goes to `intoId`. */
export const MergeAccountsInput = z
  .strictObject({ fromId: z.uuid(), intoId: z.uuid() })
  .refine(({ fromId, intoId }) => fromId !== intoId, { error: 'accountsSame', path: ['intoId'] })
export type MergeAccountsInput = z.input<typeof MergeAccountsInput>

export const MergeId = z.strictObject({ mergeId: z.uuid() })
