import { describe, expect, it } from 'vitest'
import { indexByText, nextIndex } from './menu-keys'

describe('keys of a menu', () => {
  it('go down and up and round the ends', () => {
    expect(nextIndex('ArrowDown', 0, 3)).toBe(1)
    expect(nextIndex('ArrowDown', 2, 3)).toBe(0)
    expect(nextIndex('ArrowUp', 0, 3)).toBe(2)
    expect(nextIndex('ArrowUp', -1, 3)).toBe(2)
  })

  it('go to the ends by Home and End, and nowhere by others', () => {
    expect([nextIndex('Home', 2, 3), nextIndex('End', 0, 3), nextIndex('Enter', 0, 3)]).toEqual([0, 2, null])
    expect(nextIndex('ArrowDown', -1, 0)).toBeNull()
  })

  it('find the next entry by its first letter, and one entry by two letters', () => {
    const words = ['System', 'Light', 'Dark', 'Log out']
    expect(indexByText(words, 'l', 0)).toBe(1)
    expect(indexByText(words, 'l', 1)).toBe(3)
    expect(indexByText(words, 'lo', 1)).toBe(3)
    expect(indexByText(words, 'x', 0)).toBe(-1)
  })
})
