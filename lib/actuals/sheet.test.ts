import { describe, expect, it } from 'vitest'
import type { GridRow } from './grid'
import { newSheet, overlaid, pastedInto, spot, typed, undone } from './sheet'

const BLANK = Array.from({ length: 12 }, () => null)
const lead: GridRow = { key: 'lead', line: 'channel', channelId: 'web', metric: 'lead', plan: BLANK }
const grid = { rows: [lead], decimals: 0 }
const april = { row: 0, month: 0 }

describe('the sheet', () => {
  it('takes a readable text as the cell’s value', () => {
    const { sheet, changes } = typed(newSheet({}), april, '１２', grid)
    expect(sheet.values.lead?.[0]).toBe(12)
    expect(changes).toEqual([{ row: 'lead', month: 0, before: null, after: 12 }])
  })

  it('keeps an unreadable text in its cell and the value below it', () => {
    const before = typed(newSheet({}), april, '5', grid).sheet
    const { sheet, changes } = typed(before, april, '5つ', grid)
    expect(sheet.unread.get(spot('lead', 0))).toEqual({ text: '5つ', fault: 'numberUnreadable' })
    expect(sheet.values.lead?.[0]).toBe(5)
    expect(changes).toEqual([])
  })

  it('forgets an unreadable text when a readable one replaces it', () => {
    const wrong = typed(newSheet({}), april, 'x', grid).sheet
    expect(typed(wrong, april, '6', grid).sheet.unread.size).toBe(0)
  })

  it('takes a paste back as one step', () => {
    const pasted = pastedInto(newSheet({}), april, '1\t2\t3', grid).sheet
    expect(pasted.values.lead?.slice(0, 3)).toEqual([1, 2, 3])
    const { sheet, changes } = undone(pasted)
    expect(sheet.values.lead?.slice(0, 3)).toEqual([null, null, null])
    expect(changes).toHaveLength(3)
    expect(sheet.paste).toBeNull()
  })

  it('takes steps back one by one, down to none', () => {
    const one = typed(newSheet({}), april, '1', grid).sheet
    const two = typed(one, april, '2', grid).sheet
    expect(undone(two).sheet.values.lead?.[0]).toBe(1)
    expect(undone(undone(two).sheet).sheet.values.lead?.[0]).toBeNull()
    expect(undone(newSheet({})).changes).toEqual([])
  })

  it('keeps what others saved out of one’s own steps', () => {
    const sheet = overlaid(newSheet({}), [{ row: 'lead', month: 0, before: null, after: 33 }])
    expect(sheet.values.lead?.[0]).toBe(33)
    expect(sheet.history).toEqual([])
  })
})
