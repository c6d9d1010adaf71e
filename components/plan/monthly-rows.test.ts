import { describe, expect, it } from 'vitest'
import { planFigures } from '#lib/funnel/plan'
import type { ChannelPlan, Scenario } from '#lib/funnel/scenario'
import { figureIn, monthlyRows, PERIOD_COLUMNS } from './monthly-rows'

const STAGES = ['lead', 'won']
const channel = (id: string, share: string, part: Partial<ChannelPlan> = {}): ChannelPlan => ({
  id,
  share,
  entry: 'lead',
  rates: ['0.5'],
  lags: ['0'],
  dealSize: 1,
  unitCost: null,
  fixedCostPerMonth: null,
  ...part,
})
const scenario = (channels: readonly ChannelPlan[]): Scenario => ({
  revenueGoal: 1200,
  existing: 0,
  salesSourced: 0,
  spread: { kind: 'weights', weights: Array<string>(12).fill('1') },
  nextYearGrowth: '0',
  rounding: 'stage',
  stages: STAGES,
  channels,
})
const rowsOf = (channels: readonly ChannelPlan[]) =>
  monthlyRows(planFigures(scenario(channels)), STAGES, new Set(STAGES))

describe('rows of the monthly table', () => {
  it('go from the goal to the kept plan, from won upwards, each stage before its channels, cost last', () => {
    const rows = rowsOf([channel('a', '0.5', { fixedCostPerMonth: 7 }), channel('b', '0.5')])
    expect(rows.map((row) => row.key)).toEqual([
      'goal',
      'kept',
      'won',
      'won.a',
      'won.b',
      'lead',
      'lead.a',
      'lead.b',
      'cost',
    ])
    expect(rows.map((row) => row.months[0])).toEqual([100, 100, 100, 50, 50, 200, 100, 100, 7])
    expect(rows.find((row) => row.key === 'cost')?.partial).toBe(true)
  })

  it('leave out a channel without figures and say so', () => {
    const rows = rowsOf([channel('a', '0.5'), channel('b', '0.5', { dealSize: 0 })])
    expect(rows.map((row) => row.key)).toEqual(['goal', 'kept', 'won', 'won.a', 'lead', 'lead.a'])
    expect(rows.map((row) => row.partial)).toEqual([false, true, true, false, true, false])
  })

  it('know which months work for next year, stage by stage, and not for several channels at once', () => {
    const [one] = rowsOf([channel('a', '1', { lags: ['2'] })]).filter((row) => row.key === 'lead')
    expect(one?.lastUseful).toBe(9)
    expect(one?.before).toBe(400)
    const two = rowsOf([channel('a', '0.5', { lags: ['2'] }), channel('b', '0.5')])
    expect(two.find((row) => row.key === 'lead')?.lastUseful).toBeNull()
    expect(two.find((row) => row.key === 'lead.b')?.lastUseful).toBe(11)
  })

  it('add up over quarters, halves and the year', () => {
    const [goal] = rowsOf([channel('a', '1')])
    const totals = PERIOD_COLUMNS.filter((column) => column.kind !== 'month').map(
      (column) => goal && figureIn(goal, column),
    )
    expect(totals).toEqual([300, 300, 300, 300, 600, 600, 1200])
  })
})
