import type { StageKey } from './funnel/stages'
import type { Month } from './month'

export const LINES = ['existing', 'salesSourced', 'channel'] as const
export type ActualLine = (typeof LINES)[number]

/** One entered cell. A blank cell has no row: blank is not 0. */
export type MonthlyActual = {
  readonly teamId: string
  readonly month: Month
  readonly line: ActualLine
  /** Null on every line but 'channel'. */
  readonly channelId: string | null
  readonly campaignId: string | null
  readonly metric: StageKey | 'revenue' | 'cost'
  /** A count, or money in the currency's minor unit. */
  readonly value: number
  /** What a save must have seen; see saveActuals. */
  readonly version: number
}

/** Why a closed month's figure changed where nobody typed a reason: records behind it changed, or an import was undone. */
export const RESTATEMENT_REASONS = ['recordsChanged', 'importUndone'] as const
export type RestatementReason = (typeof RESTATEMENT_REASONS)[number]

/** A correction of a closed month's cell: frozen months + restatements = books. Null = blank, which is not 0. */
export type Restatement = Pick<MonthlyActual, 'teamId' | 'month' | 'line' | 'channelId' | 'campaignId' | 'metric'> & {
  readonly before: number | null
  readonly after: number | null
  /** In the person's words, or a key that is translated where it is shown. */
  readonly reason: { readonly text: string } | { readonly key: RestatementReason }
  /** Name of the person. */
  readonly by: string
  /** ISO 8601 */
  readonly at: string
}

/** Lines whose landing is actual + plan, and may be set by hand month by month (DOMAIN §5). */
export const LANDING_LINES = ['existing', 'salesSourced'] as const satisfies readonly ActualLine[]

/** What somebody expects of a coming month in the place of its plan. */
export type LandingOverride = {
  readonly teamId: string
  readonly month: Month
  readonly line: (typeof LANDING_LINES)[number]
  /** In the currency's minor unit. */
  readonly amount: number
  readonly reason: string
  /** Name of the person. */
  readonly by: string
  /** ISO 8601 */
  readonly at: string
}
