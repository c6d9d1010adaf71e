import { describe, expect, it } from 'vitest'
import type { Field, MoveKey } from './move'
import {
  afterKey,
  extended,
  monthsSelected,
  rangeOfSelection,
  rowsSelected,
  type Selection,
  selected,
} from './selection'

const FIELD: Field = { rows: 20, page: 10, isFilled: () => false }
const start = selected({ row: 3, month: 3 })
const press = (from: Selection, key: string, more: Omit<MoveKey, 'key'> = {}) => afterKey(from, { key, ...more }, FIELD)
const block = (selection: Selection | null) => selection && rangeOfSelection(selection)

describe('selected cells', () => {
  it('grow with Shift and an arrow, and the cursor stays', () => {
    const two = press(start, 'ArrowRight', { shift: true })
    const four = two && press(two, 'ArrowDown', { shift: true })
    expect(block(four)).toEqual({ top: 3, bottom: 4, left: 3, right: 4 })
    expect(four?.cursor).toMatchObject({ row: 3, month: 3 })
  })

  it('shrink again when the arrow goes back, and grow over the first corner', () => {
    const back = [1, 2].reduce<Selection | null>((one) => one && press(one, 'ArrowLeft', { shift: true }), start)
    expect(block(back)).toEqual({ top: 3, bottom: 3, left: 1, right: 3 })
  })

  it('become one cell again with an arrow alone', () => {
    expect(block(press(extended(start, { row: 5, month: 5 }, FIELD), 'ArrowDown'))).toEqual({
      top: 4,
      bottom: 4,
      left: 3,
      right: 3,
    })
  })

  it('are whole rows with Shift+Space, whole months with Ctrl+Space, all with Ctrl+A', () => {
    expect(block(press(start, ' ', { shift: true }))).toEqual({ top: 3, bottom: 3, left: 0, right: 11 })
    expect(block(press(start, ' ', { ctrl: true }))).toEqual({ top: 0, bottom: 19, left: 3, right: 3 })
    expect(block(press(start, 'a', { ctrl: true }))).toEqual({ top: 0, bottom: 19, left: 0, right: 11 })
    expect(block(rowsSelected(4, 2))).toEqual({ top: 2, bottom: 4, left: 0, right: 11 })
    expect(block(monthsSelected(2, 3, FIELD))).toEqual({ top: 0, bottom: 19, left: 2, right: 3 })
  })

  it('are gone through with Enter, until Esc lets go of them', () => {
    const four = extended(start, { row: 4, month: 4 }, FIELD)
    const second = press(four, 'Enter')
    expect(second?.cursor).toMatchObject({ row: 4, month: 3 })
    expect(block(second)).toEqual({ top: 3, bottom: 4, left: 3, right: 4 })
    expect(block(second && press(second, 'Escape'))).toEqual({ top: 4, bottom: 4, left: 3, right: 3 })
  })

  it('let Tab leave the grid at its edge, and typed letters through', () => {
    expect(press(selected({ row: 3, month: 11 }), 'Tab')).toBeNull()
    expect(press(start, 'A', { shift: true })).toBeNull()
    expect(press(start, 'c', { ctrl: true })).toBeNull()
  })
})
