import { describe, expect, it } from 'vitest'
import type { MonthlyActual } from '#lib/monthly-actual'
import { adoptableRate, evidenceOf, placeIn } from './evidence'
import { historyOf } from './history'

const stages = ['lead', 'opportunity', 'won']
const channel = {
  entry: 'lead',
  transitions: [
    { to: 'opportunity', rate: '0.1', lag: '0' },
    { to: 'won', rate: '0.5', lag: '1' },
  ],
  unitCostStage: 'lead',
}
const flat = (value: number | null, months = 12) => Array<number | null>(months).fill(value)

describe('what the last 12 finished months say of a rate', () => {
  it('counts what arrived against what was due, whatever lies before', () => {
    // 24 months of leads; opportunities of the first twelve do not count.
    const history = { lead: flat(100, 24), opportunity: [...flat(90), ...flat(9)], won: flat(null, 24) }
    const [first, second] = evidenceOf(channel, history, stages).rates
    expect(first).toEqual({ from: 'lead', to: 'opportunity', y: 108, n: 1200, rate: 0.09, lack: null })
    expect(second).toEqual({ from: 'opportunity', to: 'won', y: 0, n: 0, rate: null, lack: 'nothingDue' })
  })

  it('matches the lag: wins of a month against the opportunities of the month before', () => {
    const history = { opportunity: [10, ...flat(20, 12)], won: [99, 5, ...flat(10, 11)] }
    // 13 months: 5 of the 10 of the month before the window, then 10 of 20, eleven times.
    expect(evidenceOf(channel, history, stages).rates[1]).toMatchObject({ y: 115, n: 230, rate: 0.5 })
  })

  it('leaves out a month whose own count or look-back is blank', () => {
    const opportunity = [20, 20, null, ...flat(20, 10)]
    const won = [...flat(10, 12), null]
    // Of the window’s twelve months one looks back on the blank, one has no wins entered.
    expect(evidenceOf(channel, { opportunity, won }, stages).rates[1]).toMatchObject({ y: 100, n: 200 })
  })

  it('has no history further back than it was entered', () => {
    expect(evidenceOf(channel, { opportunity: flat(20, 3), won: flat(10, 3) }, stages).rates[1]).toMatchObject({
      y: 20,
      n: 40,
    })
  })

  it('says why there is no interval', () => {
    const odd = { ...channel, transitions: [{ to: 'won', rate: '0.5', lag: null }] }
    const lacks = (own: typeof channel | typeof odd, history: Record<string, (number | null)[]>) =>
      evidenceOf(own, history, stages).rates.map(({ lack }) => lack)
    expect(lacks(odd, {})).toEqual(['lagUnreadable', 'lagUnreadable'])
    expect(lacks(channel, { lead: flat(0), opportunity: flat(0) })).toEqual(['nothingDue', 'nothingDue'])
    expect(lacks(channel, { lead: flat(1), opportunity: flat(2) })).toEqual(['moreThanDue', 'nothingDue'])
  })
})

describe('observed amounts', () => {
  it('are totals over totals of the months with both entered', () => {
    const history = {
      lead: [...flat(null, 11), 200],
      won: [...flat(null, 10), 2, 3],
      revenue: [...flat(null, 10), 5_000_000, 7_000_000],
      cost: [...flat(null, 10), 9_999, 1_600_000],
    }
    const { dealSize, unitCost } = evidenceOf(channel, history, stages)
    expect(dealSize).toEqual({ total: 12_000_000, count: 5, value: 2_400_000 })
    expect(unitCost).toEqual({ total: 1_600_000, count: 200, value: 8000 })
  })

  it('are undefined without a count, and there is no unit cost without its stage', () => {
    const { dealSize, unitCost } = evidenceOf({ ...channel, unitCostStage: null }, {}, stages)
    expect(dealSize).toEqual({ total: 0, count: 0, value: null })
    expect(unitCost).toBeNull()
  })
})

it('an assumption on an end of the interval lies inside', () => {
  const interval = { low: 0.1, high: 0.2 }
  expect([0.09, 0.1, 0.2, 0.21].map((rate) => placeIn(rate, interval))).toEqual(['below', 'inside', 'inside', 'above'])
})

it('an observed rate is taken over with three digits, and not where no rate can be', () => {
  const seen = { from: 'a', to: 'b', y: 1, n: 1, lack: null }
  const adopted = (rate: number | null) => adoptableRate({ ...seen, rate })
  expect([704 / 60_200, 167 / 692, 1, 0.000_012_34].map(adopted)).toEqual(['1.17', '24.1', '100', '0.0012'])
  expect([0, null, 0.000_000_4].map(adopted)).toEqual([null, null, null])
  expect(adoptableRate({ ...seen, rate: 2, lack: 'moreThanDue' })).toBeNull()
})

describe('the history of a team', () => {
  const cell: MonthlyActual = {
    teamId: 't',
    month: '2026-09',
    line: 'channel',
    channelId: 'web',
    campaignId: null,
    metric: 'lead',
    value: 5,
    version: 1,
  }

  it('ends with the last finished month, adds up a channel’s campaigns and keeps blanks', () => {
    const cells: MonthlyActual[] = [
      { ...cell, campaignId: 'a', month: '2026-07' },
      { ...cell, campaignId: 'b', month: '2026-07', value: 7 },
      cell,
      { ...cell, month: '2026-10', value: 99 },
      { ...cell, metric: 'won', value: 1 },
      { ...cell, line: 'existing', channelId: null, metric: 'revenue' },
    ]
    expect(historyOf(cells, '2026-09')).toEqual({ web: { lead: [12, null, 5], won: [null, null, 1] } })
  })

  it('of nothing is empty', () => {
    expect(historyOf([], '2026-09')).toEqual({})
  })
})
