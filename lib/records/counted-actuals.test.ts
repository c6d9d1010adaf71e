import { describe, expect, it } from 'vitest'
import type { Month } from '#lib/month'
import { comparedCells, countedActuals, type MonthFigure } from './counted-actuals'

const figure = (month: Month, metric: string, value: number, channelId = 'web', campaignId: string | null = null) =>
  ({ teamId: 't', line: 'channel', channelId, campaignId, metric, month, value }) as const satisfies MonthFigure
const since = (month: Month, metric = 'lead', channelId = 'web') =>
  ({ teamId: 't', line: 'channel', channelId, metric, month }) as const
const year = { from: '2026-04', until: '2027-03' } as const
const told = (figures: readonly MonthFigure[]) =>
  figures.map(({ month, channelId, metric, value }) => `${month} ${channelId} ${metric} ${value}`).sort()

const byHand = [figure('2026-04', 'lead', 10), figure('2026-05', 'lead', 11), figure('2026-05', 'mql', 3)]
const records = [figure('2026-04', 'lead', 8), figure('2026-05', 'lead', 9), figure('2026-05', 'lead', 1, 'web', 'c')]

describe('figures by hand and from records', () => {
  it('are by hand before the chosen month, from records from it on, never added', () => {
    expect(told(countedActuals(byHand, records, [since('2026-05')], year))).toEqual([
      '2026-04 web lead 10',
      '2026-05 web lead 1',
      '2026-05 web lead 9',
      '2026-05 web mql 3',
    ])
  })

  it('are by hand where nothing was chosen', () => {
    expect(countedActuals(byHand, records, [], year)).toEqual(byHand)
  })

  it('without records are 0 while the team has records of the metric, and blank afterwards', () => {
    const sparse = [figure('2026-04', 'lead', 8), figure('2026-07', 'lead', 2, 'fair')]
    expect(told(countedActuals([], sparse, [since('2026-04')], year))).toEqual([
      '2026-04 web lead 8',
      '2026-05 web lead 0',
      '2026-06 web lead 0',
      '2026-07 web lead 0',
    ])
    expect(countedActuals([], [], [since('2026-04')], year)).toEqual([])
  })

  it('begin with the span that is asked for', () => {
    const old = [figure('2024-01', 'lead', 8), figure('2026-04', 'lead', 8, 'fair')]
    const found = countedActuals([], old, [since('2024-01')], year)
    expect(told(found.filter(({ value }) => value === 0))).toEqual(['2026-04 web lead 0'])
  })

  it('are compared where both exist, campaigns together', () => {
    expect(comparedCells(byHand, records)).toEqual([
      { ...since('2026-04'), byHand: 10, fromRecords: 8 },
      { ...since('2026-05'), byHand: 11, fromRecords: 10 },
    ])
  })
})
