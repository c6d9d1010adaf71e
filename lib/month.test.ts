import { describe, expect, it } from 'vitest'
import { addMonths, fiscalYear, fiscalYearOf, isMonth, monthOf, monthsBetween } from './month'

describe('a fiscal year', () => {
  it.each([
    [1, '2026-01', '2026-12'],
    [2, '2026-02', '2027-01'],
    [3, '2026-03', '2027-02'],
    [4, '2026-04', '2027-03'],
    [5, '2026-05', '2027-04'],
    [6, '2026-06', '2027-05'],
    [7, '2026-07', '2027-06'],
    [8, '2026-08', '2027-07'],
    [9, '2026-09', '2027-08'],
    [10, '2026-10', '2027-09'],
    [11, '2026-11', '2027-10'],
    [12, '2026-12', '2027-11'],
  ] as const)('that starts in month %i is named by its start: %s to %s', (startsIn, first, last) => {
    const year = fiscalYear(2026, startsIn)
    expect([year.first, year.last, year.months.length]).toEqual([first, last, 12])
    expect([fiscalYearOf(first, startsIn).year, fiscalYearOf(last, startsIn).year]).toEqual([2026, 2026])
    expect(fiscalYearOf(addMonths(first, -1), startsIn).year).toBe(2025)
    expect(fiscalYearOf(addMonths(last, 1), startsIn).year).toBe(2027)
  })
})

describe('a month', () => {
  it('is moved and measured over the turn of years', () => {
    expect([addMonths('2026-12', 1), addMonths('2026-01', -1), addMonths('2026-04', -28)]).toEqual([
      ...['2027-01', '2025-12', '2023-12'],
    ])
    expect([monthsBetween('2026-04', '2027-03'), monthsBetween('2027-03', '2026-04')]).toEqual([11, -11])
  })

  it('is written with two digits, and exists', () => {
    expect(['2026-04', '2026-4', '2026-00', '2026-13', '２０２６-04'].filter(isMonth)).toEqual(['2026-04'])
    expect(monthOf('2026-02-29')).toBe('2026-02')
    expect(() => monthOf('April')).toThrow(RangeError)
  })
})
