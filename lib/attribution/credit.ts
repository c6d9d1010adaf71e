import type { Month } from '#lib/month'
import type { Model } from './models'

/**
 * What is credited, and in which month it stands: revenue won in the month; opportunities created in the month, and
 * those of them that are still open, each by the touches up to their creation; revenue so far by the month of the lead.
 */
export const BASES = ['won', 'created', 'open', 'cohort'] as const
export type Basis = (typeof BASES)[number]

/** A whole deal is this many parts, so that shared deals add up to whole ones exactly. */
export const DEAL_PARTS = 1_000_000

/** A channel, or one of its campaigns, in a month of a team. Lines of one channel add up to the channel. */
export type CreditPlace = {
  readonly teamId: string
  readonly basis: Basis
  readonly month: Month
  /** Of accounts that had won nothing before. */
  readonly isNew: boolean
  /** Null: 接点なし, deals without any touch. */
  readonly channelId: string | null
  /** Null: touches of the channel without a campaign. */
  readonly campaignId: string | null
}

/** What it is credited with by a model. */
export type CreditRow = CreditPlace & {
  readonly model: Model
  /** In the currency's minor unit. */
  readonly amount: number
  /** Deals, in millionths of one. */
  readonly dealParts: number
}

/** The same by all touch models that were asked for, in their order. */
export type CreditCell = CreditPlace & {
  readonly amounts: readonly number[]
  readonly dealParts: readonly number[]
}
