import { describe, expect, it } from 'vitest'
import { instantOf, wallTimeOf } from './instant'

const at = (day: string, hour: number, timeZone: string) => instantOf({ day, second: hour * 3600 }, timeZone)

describe('a wall clock', () => {
  it('in Tokyo is nine hours ahead: 2026-03-31T15:00Z is 1 April', () => {
    expect(wallTimeOf(new Date('2026-03-31T15:00:00Z'), 'Asia/Tokyo')).toEqual({ day: '2026-04-01', second: 0 })
    expect(wallTimeOf(new Date('2026-03-31T14:59:59Z'), 'Asia/Tokyo')).toEqual({ day: '2026-03-31', second: 86_399 })
    expect(at('2026-04-01', 0, 'Asia/Tokyo')).toBe('2026-03-31T15:00:00.000Z')
  })

  it('follows summer time', () => {
    expect(at('2026-01-15', 9, 'America/New_York')).toBe('2026-01-15T14:00:00.000Z')
    expect(at('2026-07-15', 9, 'America/New_York')).toBe('2026-07-15T13:00:00.000Z')
    expect(at('2026-07-15', 9, 'Australia/Lord_Howe')).toBe('2026-07-14T22:30:00.000Z')
  })

  it('reads a skipped hour with the clock before the change, and the first of a repeated one', () => {
    expect(at('2026-03-08', 2.5, 'America/New_York')).toBe('2026-03-08T07:30:00.000Z')
    expect(at('2026-11-01', 1.5, 'America/New_York')).toBe('2026-11-01T05:30:00.000Z')
    expect(at('2026-03-08', 3, 'America/New_York')).toBe('2026-03-08T07:00:00.000Z')
    expect(at('2026-11-01', 2, 'America/New_York')).toBe('2026-11-01T07:00:00.000Z')
  })

  it('begins days at midnight where midnight is skipped (Cairo, 2026-04-24)', () => {
    expect(at('2026-04-24', 0, 'Africa/Cairo')).toBe('2026-04-23T22:00:00.000Z')
  })
})
