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

/** How many records a merge moved. */
export type MovedCounts = Readonly<Record<MovedKind, number>>

/** An account with what hangs on it. */
export type FoundAccount = MovedCounts & {
  readonly id: string
  readonly name: string
  /** The CRM's id; null: known by its name alone. */
  readonly externalId: string | null
}

/** Accounts that are probably one company: their normalised names are the same. */
export type AccountGroup = { readonly key: string; readonly accounts: readonly FoundAccount[] }

/** A merge as the history shows it. */
export type AccountMerge = MovedCounts & {
  readonly id: string
  /** Name and CRM id of the account that was merged. */
  readonly from: string
  readonly fromExternalId: string | null
  readonly into: string
  /** Names of people. */
  readonly by: string
  readonly undoneBy: string | null
  /** ISO 8601 */
  readonly at: string
}
