import type { Month } from '#lib/month'
import type { ForecastCategory, OpportunityState } from '#lib/records/opportunity'

/** A number of opportunities and their amounts together, in the currency's minor unit. */
export type Tally = {
  readonly count: number
  readonly amount: number
  /** How many of them have no amount; they stand in `count` and add nothing to `amount`. */
  readonly unpriced: number
}

/** Opportunities that agree in all that the figures tell apart: as many as `count` says, or a single one. */
export type DealCell = Marked & {
  /** Month in which they are expected to close. */
  readonly month: Month | null
  readonly state: OpportunityState
  readonly forecastCategory: ForecastCategory | null
}

/** Opportunities that agree in what marketing brought to them. */
export type Marked = Tally & {
  /**
   * What a breakdown tells apart: the owner, the month by the list that they stand in, or of the lead source (the
   * opportunity's own, else its lead's, else that of its first touch) the channel or campaign. Null: none is known.
   */
  readonly key: string | null
  /** The account had won nothing before. */
  readonly isNew: boolean
  /** マーケ創出: the channel of the lead source is marketing's. */
  readonly isSourced: boolean
  /** マーケ影響: a marketing touch in the window before creation, or before close. */
  readonly isInfluenced: boolean
}

export const NOTHING: Tally = { count: 0, amount: 0, unpriced: 0 }

/** Counts and amounts of several lots together. */
export function tallyOf(lots: readonly Tally[]): Tally {
  return lots.reduce(
    (sum, { count, amount, unpriced }) => ({
      count: sum.count + count,
      amount: sum.amount + amount,
      unpriced: sum.unpriced + unpriced,
    }),
    NOTHING,
  )
}
