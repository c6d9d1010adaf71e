import { describe, expect, it } from 'vitest'
import { fiscalYear } from '#lib/month'
import { standing } from './actuals-through'

const year = fiscalYear(2026, 4)

describe('where the year stands', () => {
  it('actuals reach to the last finished month with an entry', () => {
    expect(standing(year, '2026-10-05', [0, 1, 2, 3, 4, 5])).toEqual({
      actualsThrough: 5,
      finishedThrough: 5,
      running: 6,
      elapsed: { days: 5, of: 31 },
    })
  })
  it('the running month and later ones do not count, even with entries', () => {
    expect(standing(year, '2026-10-05', [0, 3, 6, 9]).actualsThrough).toBe(3)
  })
  it('a finished month without any entry lies after the boundary', () => {
    expect(standing(year, '2026-10-05', [0, 1])).toMatchObject({ actualsThrough: 1, finishedThrough: 5 })
  })
  it('without entries there is no boundary', () => expect(standing(year, '2026-10-05', []).actualsThrough).toBe(-1))
  it('the first day of a month finishes the month before', () => {
    expect(standing(year, '2026-09-30', [0, 5])).toMatchObject({ actualsThrough: 0, finishedThrough: 4, running: 5 })
    expect(standing(year, '2026-10-01', [0, 5])).toMatchObject({ actualsThrough: 5, finishedThrough: 5, running: 6 })
  })
  it('before the year nothing is finished, after it everything is', () => {
    expect(standing(year, '2026-03-31', [0])).toEqual({
      actualsThrough: -1,
      finishedThrough: -1,
      running: null,
      elapsed: null,
    })
    expect(standing(year, '2027-04-01', [0, 11])).toEqual({
      actualsThrough: 11,
      finishedThrough: 11,
      running: null,
      elapsed: null,
    })
  })
  it('a chosen boundary holds when it is earlier, but never before the last closed month', () => {
    const chosen = (month: number | null, closed: number) =>
      standing(year, '2026-10-05', [0, 1, 2, 3, 4, 5], { chosen: month, closed }).actualsThrough
    expect([chosen(null, 2), chosen(3, 2), chosen(1, 2), chosen(8, 2), chosen(-1, -1)]).toEqual([5, 3, 2, 5, -1])
  })
  it('knows February of a leap year', () => {
    expect(standing(fiscalYear(2027, 4), '2028-02-29', []).elapsed).toEqual({ days: 29, of: 29 })
  })
})
