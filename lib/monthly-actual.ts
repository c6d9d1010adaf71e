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
