import { describe, expect, it } from 'vitest'
import { drawnTo, filledInto, repeatedOver } from './fill'
import { rangeOf } from './range'
import { frame, section, year } from './test-grid'

const grid = frame(section(['lead', 'won', 'revenue']), { lead: year(10, 20, 30), won: year(1, 2) })
const range = (top: number, left: number, bottom: number, right: number) =>
  rangeOf({ row: top, month: left }, { row: bottom, month: right })
const texts = (cells: readonly { row: number; month: number; text: string }[]) =>
  cells.map(({ row, month, text }) => `${row}/${month} ${text}`)

describe('filling', () => {
  it('down takes the first row of the range into the others', () => {
    expect(texts(filledInto(range(0, 0, 2, 1), 'down', grid))).toEqual(['1/0 10', '1/1 20', '2/0 10', '2/1 20'])
  })

  it('right takes the first month of the range into the others', () => {
    expect(texts(filledInto(range(0, 1, 1, 3), 'right', grid))).toEqual(['0/2 20', '0/3 20', '1/2 2', '1/3 2'])
  })

  it('of one row or month takes what stands above it, or to its left', () => {
    expect(texts(filledInto(range(1, 2, 1, 2), 'down', grid))).toEqual(['1/2 30'])
    expect(texts(filledInto(range(0, 3, 0, 3), 'right', grid))).toEqual(['0/3 30'])
    expect(filledInto(range(0, 0, 0, 0), 'down', grid)).toEqual([])
    expect(filledInto(range(0, 0, 0, 0), 'right', grid)).toEqual([])
  })

  it('takes a blank as a blank', () => {
    expect(texts(filledInto(range(1, 2, 2, 2), 'down', grid))).toEqual(['2/2 '])
  })
})

describe('the fill handle', () => {
  it('goes along one axis, the one on which the pointer has left the range further', () => {
    const source = range(2, 2, 3, 3)
    expect(drawnTo(source, { row: 7, month: 4 })).toEqual(range(2, 2, 7, 3))
    expect(drawnTo(source, { row: 4, month: 0 })).toEqual(range(2, 0, 3, 3))
    expect(drawnTo(source, { row: 3, month: 2 })).toEqual(source)
  })

  it('repeats the block forwards and backwards', () => {
    expect(texts(repeatedOver(range(0, 0, 0, 1), range(0, 0, 0, 4), grid))).toEqual(['0/2 10', '0/3 20', '0/4 10'])
    expect(texts(repeatedOver(range(0, 1, 0, 2), range(0, 0, 0, 2), grid))).toEqual(['0/0 30'])
  })
})
