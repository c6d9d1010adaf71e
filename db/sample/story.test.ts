import { describe, expect, it } from 'vitest'
import { carrying, randomFrom } from './random'
import { storyOf } from './story'

describe('the story', () => {
  it('ends with the running month, of which five days of 31 are over', () => {
    const { months, running, lastFinished, elapsed } = storyOf('2026-10-05')
    expect([months.length, months[0], running, lastFinished]).toEqual([24, '2024-11', '2026-10', '2026-09'])
    expect(elapsed).toBeCloseTo(5 / 31)
  })

  it('misses the quarter before last, and recovers in the last one', () => {
    const story = storyOf('2027-02-28')
    const entries = (['2026-06', '2026-07', '2026-09', '2026-10', '2026-12', '2027-01'] as const).map(
      (month) => story.of(month).entries,
    )
    expect(entries).toEqual([1.02, 0.85, 0.85, 1.12, 1.12, 1.02])
  })
})

describe('made-up numbers', () => {
  it('are the same at each start', () => {
    const drawn = () => {
      const random = randomFrom(7)
      return [random.between(0, 1), random.between(10, 20)]
    }
    expect(drawn()).toEqual(drawn())
    expect(drawn()[1]).toBeGreaterThanOrEqual(10)
    expect(drawn()[1]).toBeLessThan(20)
  })

  it('carry what is cut off: ten times 2.3 people are 23', () => {
    const whole = carrying()
    const people = Array.from({ length: 10 }, () => whole('lead', 2.3))
    expect(people.reduce((a, b) => a + b, 0)).toBe(23)
    expect(people.every((count) => count === 2 || count === 3)).toBe(true)
  })
})
