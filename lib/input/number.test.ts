import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseDecimal, parseNumber, parsePercent } from './number'

describe('a whole number', () => {
  it.each([
    ['0', 0],
    ['1234', 1234],
    ['1,234', 1234],
    ['12,345,678', 12_345_678],
    ['１２３', 123],
    ['１，２３４', 1234],
    ['¥1,000', 1000],
    ['￥1,000', 1000],
    ['1,000円', 1000],
    ['１０００円', 1000],
    ['  1234　', 1234],
    ['1 234', 1234],
    ['007', 7],
    ['1,234.00', 1234],
    ['+500', 500],
    ['9007199254740991', 9_007_199_254_740_991],
  ])('reads %s as people write it', (text, value) => expect(parseNumber(text)).toEqual({ value }))

  it.each([
    '-500',
    '−500',
    '－５００',
    '(500)',
    '（500）',
    '△500',
    '▲500',
    '△ 500',
    '¥-500',
    '-¥500',
    '(¥500)',
    '-500円',
  ])('reads %s as minus 500', (text) => expect(parseNumber(text)).toEqual({ value: -500 }))

  it('nothing entered is null, which is not 0', () => {
    expect(parseNumber('')).toEqual({ value: null })
    expect(parseNumber(' 　')).toEqual({ value: null })
  })
  it('minus 0 is 0', () => expect(parseNumber('-0')).toStrictEqual({ value: 0 }))

  it.each([
    'NaN',
    'Infinity',
    '-Infinity',
    '1e309',
    '1e3',
    '0x10',
    '1.2.3',
    '--5',
    '-△5',
    '(-5)',
    '(5',
    '5)',
    '1,5',
    '12,34',
    '1,234,5',
    '1,,234',
    '12 34',
    'abc',
    '十',
    '1/2',
    '５０％',
    '=1+1',
    '.',
    '-',
    '円',
    '¥',
    '1\u0000',
    '٣',
    '①',
    '9'.repeat(100_000),
  ])('refuses %.20s', (text) => expect(parseNumber(text)).toEqual({ fault: 'numberUnreadable' }))

  it('refuses a part of one', () => expect(parseNumber('1.5')).toEqual({ fault: 'numberNotWhole' }))
  it('refuses what no longer counts exactly', () => {
    expect(parseNumber('9007199254740993')).toEqual({ fault: 'numberTooLarge' })
    expect(parseNumber('99999999999999999999')).toEqual({ fault: 'numberTooLarge' })
  })
  it('counts a currency’s minor unit when asked to', () => {
    expect(parseNumber('12.34', { decimals: 2 })).toEqual({ value: 1234 })
    expect(parseNumber('$1,200', { decimals: 2 })).toEqual({ value: 120_000 })
    expect(parseNumber('12.345', { decimals: 2 })).toEqual({ fault: 'numberNotWhole' })
  })
  it('reads back every whole number that is printed with commas', () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), (value) => {
        expect(parseNumber(value.toLocaleString('en'))).toEqual({ value: value + 0 })
      }),
    )
  })
})

describe('a decimal', () => {
  it.each([
    ['1.2%', '0.012'],
    ['１．２％', '0.012'],
    ['0.012', '0.012'],
    ['1.50', '1.5'],
    ['.5', '0.5'],
    ['100%', '1'],
    ['0.0001%', '0.000001'],
    ['-5%', '-0.05'],
    ['△5%', '-0.05'],
    ['0', '0'],
    ['-0.0', '0'],
    ['1,234.5', '1234.5'],
  ])('%s is exactly %s', (text, value) => expect(parseDecimal(text)).toEqual({ value }))
  it.each(['1.2.3', 'NaN', '1e-3', '0,5', '%'])('refuses %s', (text) =>
    expect(parseDecimal(text)).toEqual({ fault: 'numberUnreadable' }),
  )
  it('refuses more digits than enter the arithmetic', () => {
    expect(parseDecimal('0.1234567890123')).toEqual({ fault: 'numberTooLarge' })
    expect(parseDecimal('1234567890123456')).toEqual({ fault: 'numberTooLarge' })
  })
})

describe('a percentage field', () => {
  it('means percent with or without its sign', () => {
    expect(parsePercent('1.2')).toEqual({ value: '0.012' })
    expect(parsePercent('1.2%')).toEqual({ value: '0.012' })
    expect(parsePercent('100')).toEqual({ value: '1' })
    expect(parsePercent('')).toEqual({ value: null })
  })
})
