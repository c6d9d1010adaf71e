import { describe, expect, it } from 'vitest'
import { copied, pasted } from './paste'
import { rangeOf } from './range'
import { frame, section, year } from './test-grid'

const web = section(['lead', 'won', 'revenue'])
const cell = (row: number, month: number) => rangeOf({ row, month }, { row, month })

describe('a pasted block', () => {
  it('fills the cells from the first on', () => {
    const { changes, taken, range } = pasted('10\t20\n1\t2\n', cell(0, 3), frame(web))
    expect(changes).toEqual([
      { row: 'lead', month: 3, before: null, after: 10 },
      { row: 'lead', month: 4, before: null, after: 20 },
      { row: 'won', month: 3, before: null, after: 1 },
      { row: 'won', month: 4, before: null, after: 2 },
    ])
    expect(taken).toHaveLength(4)
    expect(range).toEqual({ top: 0, bottom: 1, left: 3, right: 4 })
  })

  it('blanks the cell below a blank cell, as Excel does', () => {
    const { changes } = pasted('\t20', cell(0, 0), frame(web, { lead: year(5, 6) }))
    expect(changes).toEqual([
      { row: 'lead', month: 0, before: 5, after: null },
      { row: 'lead', month: 1, before: 6, after: 20 },
    ])
  })

  it('reports what cannot be read, and takes all the rest', () => {
    const result = pasted('10\tabc\n-3\t2', cell(0, 0), frame(web, { lead: year(null, 7) }))
    expect(result.unfit).toEqual([
      { row: 0, month: 1, text: 'abc', why: 'numberUnreadable' },
      { row: 1, month: 0, text: '-3', why: 'countNegative' },
    ])
    expect(result.changes.map(({ row, month, after }) => [row, month, after])).toEqual([
      ['lead', 0, 10],
      ['won', 1, 2],
    ])
  })

  it('names the cells beyond the last row and month instead of losing them in silence', () => {
    const { unfit, changes, range } = pasted('1\t2\n3\t4', cell(2, 11), frame(web))
    expect(unfit.map(({ text, why }) => [text, why])).toEqual([
      ['2', 'outside'],
      ['3', 'outside'],
      ['4', 'outside'],
    ])
    expect(changes).toEqual([{ row: 'revenue', month: 11, before: null, after: 1 }])
    expect(range).toEqual({ top: 2, bottom: 2, left: 11, right: 11 })
  })

  it('fills a range into which it goes a whole number of times, and no other', () => {
    const range = rangeOf({ row: 0, month: 0 }, { row: 1, month: 3 })
    expect(pasted('7', range, frame(web)).changes).toHaveLength(8)
    expect(pasted('1\t2', range, frame(web)).changes.map(({ after }) => after)).toEqual([1, 2, 1, 2, 1, 2, 1, 2])
    expect(pasted('1\t2\t3', range, frame(web)).changes).toHaveLength(3)
  })

  it('says how many cells were written in full-width characters', () => {
    expect(pasted('４０\t52', cell(0, 0), frame(web)).fullWidth).toBe(1)
  })

  it('changes nothing where the same value stands already', () => {
    const result = pasted('5', cell(0, 0), frame(web, { lead: year(5) }))
    expect([result.changes, result.taken.length]).toEqual([[], 1])
  })
})

describe('a copied range', () => {
  it('has full numbers without grouping, a blank for a blank, and a hyphen for minus', () => {
    const grid = frame(web, { lead: year(1234, null), revenue: year(-9_600_000, 0) })
    expect(copied(rangeOf({ row: 0, month: 0 }, { row: 2, month: 1 }), grid)).toBe('1234\t\r\n\t\r\n-9600000\t0')
  })

  it('has money in units of its currency, and pasted again it is the same', () => {
    const grid = frame(web, { revenue: year(-5, 123_456) }, { decimals: 2 })
    const text = copied(rangeOf({ row: 2, month: 0 }, { row: 2, month: 1 }), grid)
    expect(text).toBe('-0.05\t1234.56')
    expect(pasted(text, cell(2, 0), grid).changes).toEqual([])
  })

  it('has the sum where a channel is entered by campaign', () => {
    const expo = section(['lead'], ['spring', 'autumn'])
    const grid = frame(expo, { 'spring lead': year(30), 'autumn lead': year(12) })
    expect(copied(cell(0, 0), grid)).toBe('42')
  })
})
