import { describe, expect, it } from 'vitest'
import { fiscalYear } from '#lib/month'
import { type FigureStyle, figureText, figureWithUnit, monthsText, rangeText } from './figure-text'

const ja: FigureStyle = { locale: 'ja', unit: 'million', currency: 'JPY', negativeStyle: 'minus' }
const en: FigureStyle = { ...ja, locale: 'en' }

describe('a figure of the table', () => {
  it('money stands in the unit of the view, a count in whole numbers', () => {
    expect(figureText('revenue', 159_100_000, ja)).toBe('159.1')
    expect(figureText('lead', 1786, ja)).toBe('1,786')
  })
  it('a variance has its sign', () => {
    expect(figureText('revenue', -200_000, ja, true)).toBe('−0.2')
    expect(figureText('won', 0, ja, true)).toBe('±0')
  })
  it('in a sentence money carries its unit', () => {
    expect(figureWithUnit('revenue', 159_100_000, ja)).toBe('159.1百万円')
    expect(figureWithUnit('revenue', 159_100_000, en)).toBe('¥159.1M')
    expect(figureWithUnit('revenue', -4_700_000, en, true)).toBe('−¥4.7M')
    expect(figureWithUnit('revenue', 22_900_000, ja, true)).toBe('+22.9百万円')
    expect(figureWithUnit('won', 33, ja)).toBe('33')
    expect(figureWithUnit('revenue', null, ja)).toBe('—')
  })
})

describe('months of a year', () => {
  const year = fiscalYear(2026, 4)
  it('within the year stand without it', () => expect(monthsText(year, 0, 5, 'ja')).toBe('4–9月'))
  it('as evidence stand with it', () => expect(rangeText(year, 0, 11, 'ja')).toBe('2026年4月–2027年3月'))
})
