import { describe, expect, it } from 'vitest'
import { detectNumberStyle, readAmount, readCount, withoutTax } from './amount'

describe('an amount', () => {
  it.each([
    ['1234', 1234],
    ['1,234', 1234],
    ['1,234.00', 1234],
    ['¥1,000', 1000],
    ['￥１，２３４', 1234],
    ['１２３', 123],
    ['1234円', 1234],
    // What Excel writes for ¥1,000 in CP932.
    ['\\1,000', 1000],
    ['-\\500', -500],
    ['(500)', -500],
    ['（５００）', -500],
    ['△500', -500],
    ['▲500', -500],
    ['−500', -500],
    ['-1', -1],
    ['500-', -500],
    ['-0', 0],
    ['$342.09K', 342_090],
    ['1.2万円', 12_000],
    ['3.5億円', 350_000_000],
    ['12百万円', 12_000_000],
    ['JPY 1,000', 1000],
    ['9007199254740991', 9_007_199_254_740_991],
    ['  500  ', 500],
    ['', null],
    ['　', null],
  ])('%j is %d', (text, value) => {
    expect(readAmount(text, 'point')).toEqual({ value })
  })

  it.each([
    ['1.234,56', 123_456],
    ['R$ 1.000,00', 100_000],
    ['€ 1 234,5', 123_450],
    ["1'000,00", 100_000],
    ['1234,5', 123_450],
    ['-R$ 5,00', -500],
  ])('with a decimal comma, in cents: %j is %d', (text, value) => {
    expect(readAmount(text, 'comma', 2)).toEqual({ value })
  })

  it('with a decimal point, in cents: 1,234.56 is 123456', () => {
    expect(readAmount('1,234.56', 'point', 2)).toEqual({ value: 123_456 })
  })

  it.each([
    ['NaN', 'numberUnreadable'],
    ['Infinity', 'numberUnreadable'],
    ['1e309', 'numberUnreadable'],
    ['0x10', 'numberUnreadable'],
    ['①', 'numberUnreadable'],
    ['1,5', 'numberUnreadable'],
    ['1,00,000', 'numberUnreadable'],
    ['--5', 'numberUnreadable'],
    ['(5', 'numberUnreadable'],
    ['円', 'numberUnreadable'],
    ['100 200', 'numberUnreadable'],
    ['1'.repeat(65), 'numberUnreadable'],
    ['1,234.56', 'numberFraction'],
    ['9007199254740993', 'numberTooLarge'],
    ['9007199254740992', 'numberTooLarge'],
    ['99999999999億', 'numberTooLarge'],
  ])('%j is refused: %s', (text, fault) => {
    expect(readAmount(text, 'point')).toEqual({ fault })
  })

  it('of a count is not below 0', () => {
    expect(readCount('−1', 'point')).toEqual({ fault: 'numberNegative' })
    expect(readCount('1,200', 'point')).toEqual({ value: 1200 })
  })
})

describe('tax', () => {
  it('is taken out, half a yen away from zero', () => {
    expect(withoutTax(1100, 10)).toBe(1000)
    expect(withoutTax(1080, 8)).toBe(1000)
    expect(withoutTax(100, 10)).toBe(91)
    expect(withoutTax(-100, 10)).toBe(-91)
    expect(withoutTax(105, 10)).toBe(95)
    expect(withoutTax(9_007_199_254_740_991, 0)).toBe(9_007_199_254_740_991)
    // 1.5 at 100 % would be 0.75: the half itself goes away from zero.
    expect(withoutTax(3, 100)).toBe(2)
    expect(withoutTax(-3, 100)).toBe(-2)
  })
})

describe('the number style of a column', () => {
  it.each([
    [['1,234.56', '2'], 'point', true],
    [['1.234,56', '2'], 'comma', true],
    [['0,5', '1,25'], 'comma', true],
    [['R$ 1.000,00'], 'comma', true],
    [['$342.09K'], 'point', true],
    [['1000', '2000円', ''], 'point', true],
    [['1,234', '5,678'], 'point', false],
    [['1.234'], 'point', false],
    [['R$ 1.000'], 'comma', false],
    [[], 'point', true],
  ] as const)('%j is %s (certain: %s)', (texts, style, isCertain) => {
    expect(detectNumberStyle(texts)).toEqual({ style, isCertain })
  })
})
