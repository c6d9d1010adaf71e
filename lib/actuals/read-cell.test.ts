import { describe, expect, it } from 'vitest'
import { readCell } from './read-cell'

describe('a cell as typed', () => {
  it.each([
    ['１，２３４', 1234],
    ['1,234円', 1234],
    ['￥5,000', 5000],
    ['', null],
    ['0', 0],
  ])('reads %j', (text, value) => {
    expect(readCell(text, 'revenue', 0)).toEqual({ value })
  })

  it('takes money below 0, counts never', () => {
    expect(readCell('△500', 'revenue', 0)).toEqual({ value: -500 })
    expect(readCell('(500)', 'cost', 0)).toEqual({ value: -500 })
    expect(readCell('-1', 'lead', 0)).toEqual({ fault: 'countNegative' })
  })

  it('reads money in the minor unit of the currency, counts whole', () => {
    expect(readCell('12.34', 'revenue', 2)).toEqual({ value: 1234 })
    expect(readCell('12.34', 'lead', 2)).toEqual({ fault: 'numberNotWhole' })
  })
})
