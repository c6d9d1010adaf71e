import { describe, expect, it } from 'vitest'
import { type BookedRevenue, ledgerBeside } from './booked'

const rows = [
  { month: '2026-04', isNew: true, amount: 700, count: 2 },
  { month: '2026-05', isNew: false, amount: 300, count: 1 },
] as const
const ledger = (amounts: readonly (number | null)[], byHand: boolean): BookedRevenue['ledger'] =>
  amounts.map((amount) => ({ month: '2026-04', amount, byHand }))

describe('revenue of plan vs actual beside that of the opportunities', () => {
  it('is told where somebody entered another one by hand', () => {
    expect(ledgerBeside({ rows, ledger: ledger([900, null, 350], true) })).toEqual({ ledger: 1250, booked: 1000 })
  })

  it('is not where both are the same, nor where it is counted from the same records', () => {
    expect(ledgerBeside({ rows, ledger: ledger([1000], true) })).toBeNull()
    expect(ledgerBeside({ rows, ledger: ledger([950], false) })).toBeNull()
  })
})
