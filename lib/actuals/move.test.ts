import { describe, expect, it } from 'vitest'
import { type MoveKey, moved } from './move'

const at = (row: number, month: number, tabbedFrom: number | null = null) => ({ row, month, tabbedFrom })
const press = (from: ReturnType<typeof at>, key: string, more: Omit<MoveKey, 'key'> = {}) =>
  moved(from, { key, ...more }, 20)

describe('keys of the grid', () => {
  it('arrows move by one cell and stop at the edges', () => {
    expect(press(at(3, 3), 'ArrowUp')).toEqual(at(2, 3))
    expect(press(at(3, 3), 'ArrowRight')).toEqual(at(3, 4))
    expect(press(at(0, 0), 'ArrowUp')).toEqual(at(0, 0))
    expect(press(at(19, 11), 'ArrowDown')).toEqual(at(19, 11))
  })

  it('Ctrl with an arrow, Home and End go to the edges', () => {
    expect(press(at(3, 3), 'ArrowDown', { ctrl: true })).toEqual(at(19, 3))
    expect(press(at(3, 3), 'Home')).toEqual(at(3, 0))
    expect(press(at(3, 3), 'End', { ctrl: true })).toEqual(at(19, 11))
  })

  it('Enter goes down, Shift+Enter up', () => {
    expect(press(at(3, 3), 'Enter')).toEqual(at(4, 3))
    expect(press(at(3, 3), 'Enter', { shift: true })).toEqual(at(2, 3))
  })

  it('Enter after Tabs returns to the month where they began', () => {
    const first = press(at(3, 2), 'Tab')
    expect(first).toEqual(at(3, 3, 2))
    const second = first && moved(first, { key: 'Tab' }, 20)
    expect(second).toEqual(at(3, 4, 2))
    expect(second && moved(second, { key: 'Enter' }, 20)).toEqual(at(4, 2))
  })

  it('Tab past the last month, and Shift+Tab before the first, leave the grid', () => {
    expect(press(at(3, 11), 'Tab')).toBeNull()
    expect(press(at(3, 0), 'Tab', { shift: true })).toBeNull()
  })

  it('letters do not move', () => {
    expect(press(at(3, 3), 'a')).toBeNull()
  })
})
