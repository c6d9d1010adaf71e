import type { Month } from '#lib/month'
import type { KeptRules } from './kept-rules'
import type { Model } from './models'

/** By which rules an organisation's credits stand, and what is on its way into them. */
export type AttributionStanding = {
  /** Of the figures that are shown. */
  readonly rules: KeptRules
  /** Saved and not yet in the figures; null: none. */
  readonly pending: KeptRules | null
  readonly defaultModel: Model
  /** In hundredths of a percent of revenue; null: not entered. A channel's own goes before it. */
  readonly grossMargin: number | null
  /** A rebuild that is under way: opportunities read so far, of how many. */
  readonly run: { readonly done: number; readonly total: number } | null
  /** Opportunities that records changed and the figures do not yet show. */
  readonly waiting: number
  /** The figures hold all that was recorded up to here; ISO 8601. Null: all there is. */
  readonly asOf: string | null
}

/** A month of a team that was closed with its credits, and the rules that they were frozen by. */
export type FrozenMonth = {
  readonly teamId: string
  readonly month: Month
  /** ISO 8601 */
  readonly closedAt: string
  readonly rules: KeptRules
}
