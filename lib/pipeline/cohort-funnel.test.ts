import { describe, expect, it } from 'vitest'
import type { Month } from '#lib/month'
import { cohortFunnel } from './cohort-funnel'
import type { JourneyCell } from './journey'

const journey = (lead: Month, mql: Month | null, count: number): JourneyCell => ({
  ...{ channelId: 'web', count },
  reached: mql === null ? { lead } : { lead, mql },
})

// Half of those who become MQLs do so in the same month, half in the next.
const JOURNEYS = [
  ...[journey('2026-07', '2026-07', 2), journey('2026-07', '2026-08', 2), journey('2026-07', null, 6)],
  ...[journey('2026-08', '2026-08', 2), journey('2026-08', '2026-09', 2), journey('2026-08', null, 6)],
  ...[journey('2026-09', '2026-09', 2), journey('2026-09', null, 8)],
]

describe('the funnel by cohort', () => {
  const months = ['2026-06', '2026-07', '2026-08', '2026-09', '2026-10'] as const
  const cohorts = cohortFunnel(JOURNEYS, ['lead', 'mql'], months, '2026-09')

  it('shows how many of each month went on, up to the boundary', () => {
    expect(cohorts.map(({ month, count, steps }) => [month, count, steps[0]?.count])).toEqual([
      ['2026-06', 0, 0],
      ['2026-07', 10, 4],
      ['2026-08', 10, 4],
      ['2026-09', 10, 2],
    ])
  })

  it('marks a cohort whose lag is half over, and says where it will end: 20 % now, 40 % expected', () => {
    const [, july, , september] = cohorts
    expect(july?.steps[0]).toMatchObject({ rate: 0.4, ripeness: 1, isUnripe: false })
    expect(september?.steps[0]).toMatchObject({ rate: 0.2, ripeness: 0.5, isUnripe: true })
    expect(september?.steps[0]?.expected).toBeCloseTo(0.4, 12)
  })

  it('calls a cohort unripe while no lag could be measured', () => {
    const [only] = cohortFunnel([journey('2026-09', null, 3)], ['lead', 'mql'], ['2026-09'], '2026-09')
    expect(only?.steps[0]).toMatchObject({ count: 0, rate: 0, isUnripe: true })
  })
})
