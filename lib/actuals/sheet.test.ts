import { describe, expect, it } from 'vitest'
import { fitted } from './fit'
import { pasted } from './paste'
import { cellsOf, rangeOf } from './range'
import { blanks, changed, newSheet, overlaid, pastedInto, redone, type Sheet, spot, typed, undone } from './sheet'
import { frame, section } from './test-grid'

const web = section(['lead'])
const april = { row: 'lead', month: 0 }
const grid = (sheet: Sheet) => frame(web, sheet.values)
const type = (sheet: Sheet, text: string) =>
  typed(sheet, april, text, fitted([{ row: 0, month: 0, text }], grid(sheet)))
const paste = (sheet: Sheet, text: string) =>
  pastedInto(sheet, pasted(text, rangeOf({ row: 0, month: 0 }, { row: 0, month: 0 }), grid(sheet)), false)
const leads = (sheet: Sheet, count = 3) => sheet.values.lead?.slice(0, count)

describe('the sheet', () => {
  it('takes a readable text as the cell’s value', () => {
    const { sheet, changes } = type(newSheet({}), '１２')
    expect(leads(sheet, 1)).toEqual([12])
    expect(changes).toEqual([{ ...april, before: null, after: 12 }])
  })

  it('keeps an unreadable text in its cell and the value below it', () => {
    const { sheet, changes } = type(type(newSheet({}), '5').sheet, '5つ')
    expect(sheet.unread.get(spot('lead', 0))).toEqual({ text: '5つ', fault: 'numberUnreadable' })
    expect(leads(sheet, 1)).toEqual([5])
    expect(changes).toEqual([])
  })

  it('forgets an unreadable text when a readable one replaces it', () => {
    expect(type(type(newSheet({}), 'x').sheet, '6').sheet.unread.size).toBe(0)
  })

  it('takes a paste back as one step', () => {
    const { sheet: pastedSheet } = paste(newSheet({}), '1\t2\t3')
    expect(leads(pastedSheet)).toEqual([1, 2, 3])
    const { sheet, changes } = undone(pastedSheet)
    expect(leads(sheet)).toEqual([null, null, null])
    expect(changes).toHaveLength(3)
    expect(sheet.paste).toBeNull()
  })

  it('blanks a range as one step, with the unreadable texts in it', () => {
    const before = type(paste(newSheet({}), '1\t2\t3').sheet, 'x').sheet
    const texts = blanks(cellsOf(rangeOf({ row: 0, month: 0 }, { row: 0, month: 1 })))
    const { sheet, changes } = changed(
      before,
      texts.map(({ month }) => ({ row: 'lead', month })),
      fitted(texts, grid(before)),
    )
    expect(leads(sheet)).toEqual([null, null, 3])
    expect([changes.length, sheet.unread.size]).toEqual([2, 0])
    expect(leads(undone(sheet).sheet)).toEqual([1, 2, 3])
  })

  it('takes steps back one by one, down to none', () => {
    const two = type(type(newSheet({}), '1').sheet, '2').sheet
    expect(leads(undone(two).sheet, 1)).toEqual([1])
    expect(leads(undone(undone(two).sheet).sheet, 1)).toEqual([null])
    expect(undone(newSheet({})).changes).toEqual([])
  })

  it('does again what was taken back, until something else is done', () => {
    const back = undone(type(type(newSheet({}), '1').sheet, '2').sheet).sheet
    const { sheet, changes } = redone(back)
    expect(leads(sheet, 1)).toEqual([2])
    expect(changes).toEqual([{ ...april, before: 1, after: 2 }])
    expect(leads(undone(sheet).sheet, 1)).toEqual([1])
    expect(redone(type(back, '7').sheet).changes).toEqual([])
  })

  it('leaves corrections of closed months out of a paste until there is a reason', () => {
    const result = pasted('1\t2', rangeOf({ row: 0, month: 0 }, { row: 0, month: 0 }), frame(web, {}, { closed: [0] }))
    const without = pastedInto(newSheet({}), result, false).sheet
    expect([leads(without), without.paste?.taken]).toEqual([[null, 2, null], 1])
    expect(leads(pastedInto(newSheet({}), result, true).sheet)).toEqual([1, 2, null])
  })

  it('keeps what others saved out of one’s own steps', () => {
    const sheet = overlaid(newSheet({}), [{ row: 'lead', month: 0, before: null, after: 33 }])
    expect(leads(sheet, 1)).toEqual([33])
    expect(sheet.history).toEqual([])
  })
})
