import { describe, expect, it } from 'vitest'
import { isId, newId } from './id'

describe('a new id', () => {
  it('is a uuid of version 7 that begins with the time', () => {
    const before = Date.now()
    const id = newId()
    expect(isId(id)).toBe(true)
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
    const time = Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16)
    expect(time).toBeGreaterThanOrEqual(before)
    expect(time).toBeLessThanOrEqual(Date.now())
  })

  it('follows the ones before it, and no two are equal, however many come at once', () => {
    const ids = Array.from({ length: 20_000 }, newId)
    expect(ids).toEqual(ids.toSorted())
    expect(new Set(ids).size).toBe(20_000)
  })

  it('cannot be told from the one before it: its last 32 bits are random', () => {
    const ends = Array.from({ length: 1000 }, () => newId().slice(-8))
    expect(new Set(ends).size).toBeGreaterThan(990)
  })
})
