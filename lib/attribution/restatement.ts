import type { Month } from '#lib/month'

/** Bases that a month's close freezes. */
export const FROZEN_BASES = ['won', 'created'] as const
export type FrozenBasis = (typeof FROZEN_BASES)[number]

/** Why a deal's credits in a closed month are others now than when it was closed. */
export const RESTATEMENT_CAUSES = [
  'dealAdded',
  'dealRemoved',
  'amountChanged',
  'touchesChanged',
  'milestonesChanged',
  'scopeChanged',
] as const
export type RestatementCause = (typeof RESTATEMENT_CAUSES)[number]

/** What a deal stood with in the month. */
export type RestatedSide = { readonly amount: number; readonly touches: number }

/** A deal that records changed after its month was closed. */
export type CreditRestatement = {
  readonly id: string
  readonly teamId: string
  readonly month: Month
  readonly basis: FrozenBasis
  readonly opportunityId: string
  /** Null: the opportunity is gone. */
  readonly name: string | null
  readonly account: string | null
  readonly isNew: boolean
  readonly cause: RestatementCause
  /** Null: it did not stand in the month. */
  readonly before: RestatedSide | null
  readonly after: RestatedSide | null
  /** ISO 8601 */
  readonly at: string
}
