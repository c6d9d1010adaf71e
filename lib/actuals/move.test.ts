import { describe, expect, it } from 'vitest'
import { type Field, type MoveKey, moved } from './move'

const FIELD: Field = { rows: 20, page: 10, isFilled: () => false }
const at = (row: number, month: number, tabbedFrom: number | null = null) => ({ row, month, tabbedFrom })
const press = (from: ReturnType<typeof at>, key: string, more: Omit<MoveKey, 'key'> = {}, field = FIELD) =>
  moved(from, { key, ...more }, field)

describe('keys of the grid', () => {
  it('arrows move by one cell and stop at the edges', () => {
    expect(press(at(3, 3), 'ArrowUp')).toEqual(at(2, 3))
    expect(press(at(3, 3), 'ArrowRight')).toEqual(at(3, 4))
    expect(press(at(0, 0), 'ArrowUp')).toEqual(at(0, 0))
    expect(press(at(19, 11), 'ArrowDown')).toEqual(at(19, 11))
  })

  it('page keys pass over ten rows, Home and End go to the ends, with Ctrl to the corners', () => {
    expect(press(at(3, 3), 'PageDown')).toEqual(at(13, 3))
    expect(press(at(3, 3), 'PageUp')).toEqual(at(0, 3))
    expect(press(at(3, 3), 'Home')).toEqual(at(3, 0))
    expect(press(at(3, 3), 'End')).toEqual(at(3, 11))
    expect(press(at(3, 3), 'Home', { ctrl: true })).toEqual(at(0, 0))
    expect(press(at(3, 3), 'End', { ctrl: true })).toEqual(at(19, 11))
  })

  it('Enter goes down, Shift+Enter up', () => {
    expect(press(at(3, 3), 'Enter')).toEqual(at(4, 3))
    expect(press(at(3, 3), 'Enter', { shift: true })).toEqual(at(2, 3))
  })

  it('Enter after Tabs returns to the month where they began', () => {
    const first = press(at(3, 2), 'Tab')
    expect(first).toEqual(at(3, 3, 2))
    const second = first && moved(first, { key: 'Tab' }, FIELD)
    expect(second).toEqual(at(3, 4, 2))
    expect(second && moved(second, { key: 'Enter' }, FIELD)).toEqual(at(4, 2))
  })

  it('Tab past the last month, and Shift+Tab before the first, leave the grid', () => {
    expect(press(at(3, 11), 'Tab')).toBeNull()
    expect(press(at(3, 0), 'Tab', { shift: true })).toBeNull()
  })

  it('letters do not move', () => {
    expect(press(at(3, 3), 'a')).toBeNull()
  })
})

describe('Ctrl with an arrow, as in Excel', () => {
  // April to June and August are filled, in every row.
  const field: Field = { ...FIELD, isFilled: ({ month }) => [0, 1, 2, 4].includes(month) }
  const right = (month: number) => press(at(3, month), 'ArrowRight', { ctrl: true }, field)?.month
  const left = (month: number) => press(at(3, month), 'ArrowLeft', { ctrl: true }, field)?.month

  it('goes to the end of a filled stretch', () => {
    expect(right(0)).toBe(2)
    expect(left(2)).toBe(0)
  })

  it('goes over a gap to the next filled cell', () => {
    expect(right(2)).toBe(4)
    expect(right(3)).toBe(4)
    expect(left(4)).toBe(2)
  })

  it('goes to the edge where nothing more is filled', () => {
    expect(right(4)).toBe(11)
    expect(right(11)).toBe(11)
    expect(press(at(3, 6), 'ArrowDown', { ctrl: true }, field)?.row).toBe(19)
  })
})
