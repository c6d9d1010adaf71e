import type { OpportunityState } from '#lib/records/opportunity'
import type { Journey, Touch } from './journey'

/** An opportunity of a period with what one channel or campaign is credited with of it. */
export type CreditedDeal = {
  readonly id: string
  readonly teamId: string
  readonly name: string
  readonly account: string | null
  readonly state: OpportunityState
  readonly isNew: boolean
  /** 'YYYY-MM-DD' */
  readonly createdOn: string
  readonly closedOn: string | null
  /** In the minor unit. */
  readonly amount: number
  /** Touches within the lookback. */
  readonly touches: number
  /** The part of the amount, and in millionths of the deal, by the model asked for. */
  readonly credit: number
  readonly dealParts: number
}

/** A touch with the names of what it was. */
export type NamedTouch = Touch & {
  readonly channel: string
  readonly campaign: string | null
  /** As the source says: メール開封, 来場 … */
  readonly kind: string | null
}

/** A deal's whole path: what any rules and models are applied to. */
export type DealJourney = Omit<CreditedDeal, 'touches' | 'credit' | 'dealParts'> & {
  readonly journey: Omit<Journey, 'touches'> & { readonly touches: readonly NamedTouch[] }
}
