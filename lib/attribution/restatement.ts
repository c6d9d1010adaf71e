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

/**
 * All that the two sides show to be changed, what was written down first. Not among them: one touch in the place of
 * another while the amount changed too, for of touches only their number is kept.
 */
export function causesOf({
  cause,
  before,
  after,
}: Pick<CreditRestatement, 'cause' | 'before' | 'after'>): RestatementCause[] {
  if (before === null || after === null) return [cause]
  const shown: readonly (RestatementCause | false)[] = [
    before.amount !== after.amount && 'amountChanged',
    before.touches !== after.touches && 'touchesChanged',
  ]
  return [...new Set([cause, ...shown.filter((each) => each !== false)])]
}
