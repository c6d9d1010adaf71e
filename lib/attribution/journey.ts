import type { OpportunityState } from '#lib/records/opportunity'

/** A contact of a person or account with a campaign. */
export type Touch = {
  /** Milliseconds since 1970. */
  readonly at: number
  /** The same as a day of the organisation's calendar: days since 1970-01-01. */
  readonly day: number
  readonly channelId: string
  readonly campaignId: string | null
  /** Of the person whom the opportunity came from, not only of the account. */
  readonly isOwn: boolean
}

/** What is known of an opportunity beside its touches. */
export type JourneyFacts = {
  /** The account's earliest lead that is not later than the opportunity's creation; null: there is none. A lead known
   * by its day alone stands at the end of that day. */
  readonly leadAt: number | null
  /** The day of that lead, in the organisation's calendar: its month is the cohort's. */
  readonly leadDay: number | null
  /** Days since 1970-01-01. */
  readonly createdDay: number
  /** Null: not closed. */
  readonly closedDay: number | null
  /** In the currency's minor unit. */
  readonly amount: number
}

/** An opportunity with all that may be credited for it: facts, before any rule (DOMAIN §7). */
export type Journey = JourneyFacts & {
  /** In the order of time; equal times in the order of the records. */
  readonly touches: readonly Touch[]
}

/** Where the credits of an opportunity are added up. */
export type DealFacts = JourneyFacts & {
  readonly teamId: string
  readonly state: OpportunityState
  /** Of an account that had won nothing before. */
  readonly isNew: boolean
}

export type Deal = Journey & DealFacts
