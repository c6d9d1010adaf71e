import { describe, expect, it } from 'vitest'
import type { GridRow } from './grid'
import { pasted, readCell } from './paste'

const BLANK = Array.from({ length: 12 }, () => null)
const row = (metric: string): GridRow => ({ key: metric, line: 'channel', channelId: 'web', metric, plan: BLANK })
const rows = [row('lead'), row('won'), row('revenue')]
const grid = (values: Record<string, (number | null)[]> = {}) => ({ rows, values, decimals: 0 })

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

describe('a pasted block', () => {
  it('fills the cells from the cursor on', () => {
    const { changes, taken, to } = pasted('10\t20\n1\t2\n', { row: 0, month: 3 }, grid())
    expect(changes).toEqual([
      { row: 'lead', month: 3, before: null, after: 10 },
      { row: 'lead', month: 4, before: null, after: 20 },
      { row: 'won', month: 3, before: null, after: 1 },
      { row: 'won', month: 4, before: null, after: 2 },
    ])
    expect(taken).toBe(4)
    expect(to).toEqual({ row: 1, month: 4 })
  })

  it('blanks the cell below a blank cell, as Excel does', () => {
    const { changes } = pasted('\t20', { row: 0, month: 0 }, grid({ lead: [5, 6, ...BLANK.slice(2)] }))
    expect(changes).toEqual([
      { row: 'lead', month: 0, before: 5, after: null },
      { row: 'lead', month: 1, before: 6, after: 20 },
    ])
  })

  it('reports what cannot be read, leaves it as it was, and takes all the rest', () => {
    const result = pasted('10\tabc\n-3\t2', { row: 0, month: 0 }, grid({ lead: [null, 7, ...BLANK.slice(2)] }))
    expect(result.unread).toEqual([
      { row: 0, month: 1, text: 'abc', fault: 'numberUnreadable' },
      { row: 1, month: 0, text: '-3', fault: 'countNegative' },
    ])
    expect(result.changes.map(({ row, month, after }) => [row, month, after])).toEqual([
      ['lead', 0, 10],
      ['won', 1, 2],
    ])
  })

  it('counts the cells beyond the last row and month instead of losing them in silence', () => {
    const { outside, changes } = pasted('1\t2\n3\t4', { row: 2, month: 11 }, grid())
    expect(outside).toBe(3)
    expect(changes).toEqual([{ row: 'revenue', month: 11, before: null, after: 1 }])
  })

  it('says how many cells were written in full-width characters', () => {
    expect(pasted('４０\t52', { row: 0, month: 0 }, grid()).fullWidth).toBe(1)
  })

  it('changes nothing where the same value stands already', () => {
    const result = pasted('5', { row: 0, month: 0 }, grid({ lead: [5, ...BLANK.slice(1)] }))
    expect(result.changes).toEqual([])
    expect(result.taken).toBe(1)
  })
})
