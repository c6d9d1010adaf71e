import type { Month } from '#lib/month'

/** Won revenue of a month, counted from the opportunities themselves. */
export type Booked = { readonly month: Month; readonly isNew: boolean; readonly amount: number; readonly count: number }

/** Against what attribution is reconciled. */
export type BookedRevenue = {
  readonly rows: readonly Booked[]
  /**
   * Revenue of plan vs actual in the same months, all three lines together, as it was entered by hand or counted from
   * records; null: nothing was. It is another count where people enter it by hand.
   */
  readonly ledger: readonly { readonly month: Month; readonly amount: number | null; readonly byHand: boolean }[]
}
