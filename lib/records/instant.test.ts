import { describe, expect, it } from 'vitest'
import { instantOfMoment } from './instant'

describe('the instant of a moment', () => {
  it.each([
    ['2026-04-01', 'Asia/Tokyo', '2026-03-31T15:00:00.000Z'],
    ['2026-04-01', 'UTC', '2026-04-01T00:00:00.000Z'],
    ['2026-04-01', 'America/New_York', '2026-04-01T04:00:00.000Z'],
    // Clocks go forward at 02:00 and back at 02:00 that day: midnight has the offset of the day before.
    ['2026-03-08', 'America/New_York', '2026-03-08T05:00:00.000Z'],
    ['2026-11-01', 'America/New_York', '2026-11-01T04:00:00.000Z'],
    // No midnight that day in Santiago: the day begins at 01:00.
    ['2026-09-06', 'America/Santiago', '2026-09-06T04:00:00.000Z'],
    ['2026-04-01', 'Pacific/Kiritimati', '2026-03-31T10:00:00.000Z'],
  ])('%s in %s begins at %s', (day, timeZone, instant) => expect(instantOfMoment(day, timeZone)).toBe(instant))

  it('with an offset is itself, wherever the organisation is', () => {
    expect(instantOfMoment('2026-03-31T15:00:00Z', 'Asia/Tokyo')).toBe('2026-03-31T15:00:00.000Z')
    expect(instantOfMoment('2026-04-01T00:00:00+09:00', 'UTC')).toBe('2026-03-31T15:00:00.000Z')
  })
})
