import { describe, expect, it } from 'vitest'
import { checksOf } from './checks'
import { shownValues } from './entry-kind'
import { counting, section, year } from './test-grid'

const web = section(['opportunity', 'won', 'revenue'])
const checks = (values: Record<string, (number | null)[]>, finished = 2) => checksOf([web], values, finished)

describe('checks before a month is closed', () => {
  it('doubt more won deals than opportunities since the year began, from the first such month', () => {
    // 5 of 5 in April, 6 of 5 in May.
    const values = { opportunity: year(5, 0, 9), won: year(5, 1, 0) }
    expect(checks(values).moreWon).toEqual([{ row: 'won', month: 1 }])
  })

  it('let deals of earlier opportunities be won later', () => {
    expect(checks({ opportunity: year(5, 0, 0), won: year(0, 3, 2) }).moreWon).toEqual([])
  })

  it('say nothing of the chain once a month of opportunities is blank, nor of months to come', () => {
    expect(checks({ opportunity: year(5, null), won: year(1, 9) }).moreWon).toEqual([])
    expect(checks({ opportunity: year(0, 0, 0, 1), won: year(0, 0, 0, 9) }).moreWon).toEqual([])
  })

  it('doubt revenue without a deal, and a deal without revenue', () => {
    const values = { opportunity: year(9, 9, 9), won: year(0, 1, 2), revenue: year(500, 0, 900) }
    expect(checks(values).oneSided).toEqual([
      { row: 'won', month: 0 },
      { row: 'revenue', month: 1 },
    ])
  })

  it('take a blank as missing, not as a doubt', () => {
    expect(checks({ won: year(1), revenue: year(null, 500) }).oneSided).toEqual([])
  })

  it('see what is counted from records instead of what was entered below it', () => {
    // By hand 9 opportunities; records have 2, of which 3 cannot be won.
    const counted = counting(web, 'opportunity', 0, year(2))
    const shown = shownValues([counted], { opportunity: year(9), won: year(3) })
    expect(checksOf([counted], shown, 0).moreWon).toEqual([{ row: 'won', month: 0 }])
  })
})
