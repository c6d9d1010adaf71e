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

/** Revenue of plan vs actual beside that of the opportunities; both in the minor unit. */
export type LedgerBeside = { readonly ledger: number; readonly booked: number }

/** Where people enter revenue by hand, plan vs actual may count another one than the opportunities; null: it does not. */
export function ledgerBeside({ rows, ledger }: BookedRevenue): LedgerBeside | null {
  const entered = ledger.reduce((sum, { amount }) => sum + (amount ?? 0), 0)
  const booked = rows.reduce((sum, { amount }) => sum + amount, 0)
  return entered === booked || !ledger.some(({ byHand }) => byHand) ? null : { ledger: entered, booked }
}
