import { z } from 'zod'

/** What Markov credits a channel with in a period; channelId null: 接点なし. */
export const MarkovCell = z.strictObject({
  channelId: z.uuid().nullable(),
  /** In the currency's minor unit. */
  amount: z.number(),
  /** In millionths of a deal. */
  dealParts: z.number(),
  /** The part of all conversions that is lost without the channel; null: there is none to lose. */
  removal: z.number().nullable(),
})
export type MarkovCell = z.output<typeof MarkovCell>

export type MarkovAnswer =
  | {
      readonly state: 'ready'
      readonly rows: readonly MarkovCell[]
      /** ISO 8601: of a large organisation the figures may be older than its records. */
      readonly computedAt: string
      /** Kept for good when the month was closed. */
      readonly isFrozen: boolean
    }
  /** Being solved in the background. */
  | { readonly state: 'running' }
