import { describe, expect, it } from 'vitest'
import { cellsOf, isIn, nextIn, rangeOf, rangeSums, sizeOf } from './range'

const block = rangeOf({ row: 4, month: 5 }, { row: 3, month: 3 })

describe('a block of cells', () => {
  it('lies between its corners, in whatever order they come', () => {
    expect(block).toEqual({ top: 3, bottom: 4, left: 3, right: 5 })
    expect(sizeOf(block)).toBe(6)
    expect(cellsOf(block).at(3)).toEqual({ row: 4, month: 3 })
    expect([isIn(block, { row: 3, month: 5 }), isIn(block, { row: 3, month: 6 })]).toEqual([true, false])
  })

  it('is gone through row by row with Tab and column by column with Enter, round the ends', () => {
    expect(nextIn(block, { row: 3, month: 5 }, 'Tab', false)).toEqual({ row: 4, month: 3 })
    expect(nextIn(block, { row: 4, month: 5 }, 'Tab', false)).toEqual({ row: 3, month: 3 })
    expect(nextIn(block, { row: 4, month: 3 }, 'Enter', false)).toEqual({ row: 3, month: 4 })
    expect(nextIn(block, { row: 3, month: 3 }, 'Enter', true)).toEqual({ row: 4, month: 5 })
  })
})

describe('what the status line says of a block', () => {
  const count = (value: number | null) => ({ value, isMoney: false })

  it('is sum, mean and number of the entered cells; a blank is not 0', () => {
    expect(rangeSums([count(10), count(null), count(5)])).toEqual({ count: 2, sum: 15, mean: 7.5 })
    expect(rangeSums([count(null)])).toEqual({ count: 0, sum: null, mean: null })
  })

  it('adds no amounts to counts', () => {
    expect(rangeSums([count(10), { value: 3000, isMoney: true }])).toEqual({ count: 2, sum: null, mean: null })
  })
})
