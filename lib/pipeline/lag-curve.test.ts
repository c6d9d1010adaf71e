import { describe, expect, it } from 'vitest'
import { kernelOf } from '#lib/funnel/kernel'
import type { Month } from '#lib/month'
import type { JourneyCell } from './journey'
import { lagCurveOf } from './lag-curve'

const journey = (lead: Month, mql: Month | null, count: number): JourneyCell => ({
  ...{ channelId: 'web', count },
  reached: mql === null ? { lead } : { lead, mql },
})
const measured = (journeys: JourneyCell[], through: Month) => lagCurveOf(journeys, 'lead', 'mql', through)

describe('a measured lag', () => {
  it('gives a recent cohort time: 6 of 20 after 0 months, 3 of 10 after 1 are one half each', () => {
    const journeys = [
      ...[journey('2026-08', '2026-08', 2), journey('2026-08', '2026-09', 3), journey('2026-08', null, 5)],
      ...[journey('2026-09', '2026-09', 4), journey('2026-09', null, 6)],
    ]
    const curve = measured(journeys, '2026-09')
    expect(curve).toMatchObject({ units: 20, conversions: 9, shares: ['0.5000', '0.5000'], isEnough: false })
    expect(curve.rate).toBeCloseTo(0.6, 12)
  })

  it('adds up to 1 exactly, the first of equal remainders gaining: thirds are 0.3334, 0.3333, 0.3333', () => {
    const months = ['2026-01', '2026-02', '2026-03'] as const
    const journeys = months.map((mql) => journey('2026-01', mql, 7))
    const { shares, isEnough } = measured(journeys, '2026-09')
    expect(shares).toEqual(['0.3334', '0.3333', '0.3333'])
    expect(isEnough).toBe(true)
    expect(kernelOf(shares ?? [])?.shares.length).toBe(3)
  })

  it('ends at the boundary: what arrived in the running month is not seen', () => {
    const journeys = [
      journey('2026-08', '2026-08', 1),
      journey('2026-08', '2026-10', 1),
      journey('2026-10', '2026-10', 9),
    ]
    expect(measured(journeys, '2026-09')).toMatchObject({ units: 2, conversions: 1, shares: ['1.0000'], rate: 0.5 })
  })

  it('takes an earlier date of the later stage for the same month', () => {
    expect(measured([journey('2026-08', '2026-06', 1)], '2026-09').shares).toEqual(['1.0000'])
  })

  it('is none before the first conversion, and without any unit there is no rate', () => {
    expect(measured([journey('2026-08', null, 3)], '2026-09')).toMatchObject({ shares: null, rate: 0 })
    expect(measured([], '2026-09')).toMatchObject({ shares: null, rate: null, units: 0 })
  })
})
