import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  formatCount,
  formatDate,
  formatDateTime,
  formatFiscalYear,
  formatMoney,
  formatMonth,
  formatMonths,
  formatMultiple,
  formatPoints,
  formatRange,
  formatRate,
  formatRatio,
  moneyUnitLabel,
  rounded,
} from './format'
import { fiscalYear } from './month'

const ja = { locale: 'ja' } as const

describe('money', () => {
  it('each unit has its own digits: 万円 and 百万円 one decimal', () => {
    expect(formatMoney(159_100_000, { ...ja, unit: 'yen' })).toBe('159,100,000')
    expect(formatMoney(159_100_000, { ...ja, unit: 'thousand' })).toBe('159,100')
    expect(formatMoney(159_100_000, { ...ja, unit: 'tenThousand' })).toBe('15,910.0')
    expect(formatMoney(159_100_000, { ...ja, unit: 'million' })).toBe('159.1')
  })
  it('rounds half away from zero, once', () => {
    expect(formatMoney(1_250_000, { ...ja, unit: 'million' })).toBe('1.3')
    expect(formatMoney(1_249_999, { ...ja, unit: 'million' })).toBe('1.2')
    expect(formatMoney(-1_250_000, { ...ja, unit: 'million' })).toBe('−1.3')
    expect(formatMoney(1_150_000, { ...ja, unit: 'million' })).toBe('1.2')
    expect(formatMoney(-500, { ...ja, unit: 'thousand' })).toBe('−1')
  })
  it('writes a negative as −1,234, or △1,234 by choice', () => {
    expect(formatMoney(-1234, { ...ja, unit: 'yen' })).toBe('−1,234')
    expect(formatMoney(-1234, { ...ja, unit: 'yen', negativeStyle: 'triangle' })).toBe('△1,234')
  })
  it('writes a gain with +, and no change as ±0', () => {
    expect(formatMoney(21_100_000, { ...ja, unit: 'million', signed: true })).toBe('+21.1')
    expect(formatMoney(0, { ...ja, unit: 'million', signed: true })).toBe('±0')
    expect(formatMoney(0, { ...ja, unit: 'million' })).toBe('0.0')
  })
  it('a shortfall too small for the unit keeps its sign', () => {
    expect(formatMoney(-20_000, { ...ja, unit: 'million', signed: true })).toBe('−0.0')
  })
  it('an amount in dollars is counted in cents', () => {
    expect(formatMoney(123_456, { locale: 'en', unit: 'yen', currency: 'USD' })).toBe('1,234.56')
    expect(formatMoney(250_000_000, { locale: 'en', unit: 'million', currency: 'USD' })).toBe('2.5')
  })
  it('the undefined is —', () => expect(formatMoney(null, { ...ja, unit: 'yen' })).toBe('—'))
  it('names its unit', () => {
    expect(moneyUnitLabel('million', ja)).toBe('百万円')
    expect(moneyUnitLabel('yen', ja)).toBe('円')
    expect(moneyUnitLabel('million', { locale: 'en' })).toBe('¥M')
    expect(moneyUnitLabel('thousand', { locale: 'en', currency: 'USD' })).toBe('$K')
    expect(moneyUnitLabel('tenThousand', { locale: 'en', currency: 'USD' })).toBe('$ ×10K')
  })
})

describe('counts, ratios, rates, points', () => {
  it('a count has thousands', () => expect(formatCount(148_223, ja)).toBe('148,223'))
  it('a difference of counts has its sign', () => {
    expect(formatCount(10_950, { ...ja, signed: true })).toBe('+10,950')
    expect(formatCount(-45, { ...ja, signed: true })).toBe('−45')
    expect(formatCount(0, { ...ja, signed: true })).toBe('±0')
  })
  it('99.9 ÷ 69.0 is 145%', () => expect(formatRatio(99.9 / 69)).toBe('145%'))
  it('a ratio rounds half away from zero', () => {
    expect(formatRatio(0.145)).toBe('15%')
    expect(formatRatio(0.285)).toBe('29%')
    expect(formatRatio(-0.145)).toBe('−15%')
  })
  it('a ratio below 100 % never prints as 100%', () => {
    expect(formatRatio(0.996)).toBe('99%')
    expect(formatRatio(0.999_999)).toBe('99%')
    expect(formatRatio(1)).toBe('100%')
    expect(formatRatio(1.004)).toBe('100%')
  })
  it('a ratio of 0 is 0%, an undefined one —', () => {
    expect(formatRatio(0)).toBe('0%')
    expect(formatRatio(null)).toBe('—')
    expect(formatRatio(Number.NaN)).toBe('—')
  })
})

describe('rounded', () => {
  it('rounds the decimal that is written, not its binary neighbour', () => {
    expect(rounded(1.005, 2)).toBe(1.01)
    expect(rounded(8.345, 2)).toBe(8.35)
    expect(rounded(-2.5, 0)).toBe(-3)
    expect(rounded(1e-7, 2)).toBe(0)
  })
  it('is odd: what holds for a gain holds for a loss', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e12, max: 1e12 }), fc.integer({ min: 0, max: 3 }), (thousandths, digits) => {
        expect(rounded(-thousandths / 1000, digits) + 0).toBe(-rounded(thousandths / 1000, digits) + 0)
      }),
    )
  })
})

describe('months, years, dates', () => {
  it('a month', () => {
    expect(formatMonth('2026-04', 'ja')).toBe('4月')
    expect(formatMonth('2026-09', 'en')).toBe('Sep')
  })
  it('months of a known year', () => {
    expect(formatMonths('2026-04', '2026-09', 'ja')).toBe('4–9月')
    expect(formatMonths('2026-04', '2026-09', 'en')).toBe('Apr–Sep')
    expect(formatMonths('2026-04', '2026-04', 'ja')).toBe('4月')
  })
  it('a fiscal year is named by the year in which it starts', () => {
    expect(formatFiscalYear(fiscalYear(2026, 4), 'ja')).toBe('2026年度')
    expect(formatFiscalYear(fiscalYear(2026, 4), 'en')).toBe('FY2026')
  })
  it('a range of months', () => {
    expect(formatRange('2026-04', '2027-03', 'ja')).toBe('2026年4月–2027年3月')
    expect(formatRange('2026-04', '2027-03', 'en')).toBe('Apr 2026–Mar 2027')
  })
  it('a date, and an instant in the organisation’s time zone', () => {
    expect(formatDate('2026-10-05', 'ja')).toBe('2026/10/5')
    expect(formatDate('2026-10-05', 'en')).toBe('Oct 5, 2026')
    expect(formatDateTime('2026-03-31T15:00:00Z', { locale: 'ja', timeZone: 'Asia/Tokyo' })).toBe('2026/4/1 00:00')
  })
})

describe('a conversion rate', () => {
  it('has one decimal, and its differences are points', () => {
    expect(formatRate(0.268, ja)).toBe('26.8%')
    expect(formatPoints(0.026, ja)).toBe('+2.6pt')
    expect(formatPoints(-0.0205, ja)).toBe('−2.1pt')
    expect(formatPoints(0, ja)).toBe('±0pt')
  })
  it('below 100 % never prints as 100 %', () => expect(formatRate(0.9999, ja)).toBe('99.9%'))
  it('that is undefined is —', () => {
    expect(formatRate(null, ja)).toBe('—')
    expect(formatPoints(null, ja)).toBe('—')
  })
})

it('a multiple has one decimal', () => expect(formatMultiple(2.514, ja)).toBe('2.5'))
