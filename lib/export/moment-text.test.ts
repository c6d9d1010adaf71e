import { describe, expect, it } from 'vitest'
import { momentText } from './moment-text'

describe('an exported moment', () => {
  it.each([
    ['2026-03-31T15:00:00.000Z', 'Asia/Tokyo', '2026-04-01'],
    ['2026-04-01T01:30:05.000Z', 'Asia/Tokyo', '2026-04-01 10:30:05'],
    ['2026-04-01T01:30:05.257Z', 'Asia/Tokyo', '2026-04-01 10:30:05.257'],
    ['2026-11-01T05:30:00.000Z', 'America/New_York', '2026-11-01 01:30:00'],
    ['2026-11-01T06:30:00.000Z', 'America/New_York', '2026-11-01T06:30:00.000Z'],
  ])('%s in %s is %s', (at, zone, text) => {
    expect(momentText(new Date(at), zone)).toBe(text)
  })
})
