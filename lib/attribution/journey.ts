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

/** An opportunity with all that may be credited for it: facts, before any rule (DOMAIN §7). */
export type Journey = {
  /** In the order of time; equal times in the order of the records. */
  readonly touches: readonly Touch[]
  /** The account's earliest lead that is not later than the opportunity's creation; null: there is none. */
  readonly leadAt: number | null
  /** Days since 1970-01-01. */
  readonly createdDay: number
  /** Null: not closed. */
  readonly closedDay: number | null
  /** In the currency's minor unit. */
  readonly amount: number
}
