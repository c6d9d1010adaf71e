import { expect, it } from 'vitest'
import { salesCapacity } from './capacity'
import { planFigures } from './plan'
import type { ChannelPlan, Scenario } from './scenario'

const web: ChannelPlan = {
  id: 'web',
  share: '0.5',
  entry: 'opportunity',
  rates: ['0.5'],
  lags: ['0'],
  dealSize: 1,
  unitCost: null,
  fixedCostPerMonth: null,
}
/** 10 wins a month, 20 in the last: 20 opportunities a month, 40 in the last, over two channels. */
const scenario: Scenario = {
  revenueGoal: 130,
  existing: 0,
  salesSourced: 0,
  spread: { kind: 'amounts', amounts: [...Array<number>(11).fill(10), 20] },
  nextYearGrowth: '0',
  rounding: 'stage',
  stages: ['opportunity', 'won'],
  channels: [web, { ...web, id: 'fair' }],
}
const figures = planFigures(scenario)

it('is people × opportunities each, and names the months above it', () => {
  expect(salesCapacity({ salesPeople: 8, opportunitiesPerPerson: '2.5' }, figures)).toEqual({
    perMonth: 20,
    opportunities: [...Array<number>(11).fill(20), 40],
    monthsOver: [11],
  })
})

it('is exact: three people at 6.7 take on 20.1, at 6.6 only 19.8', () => {
  expect(salesCapacity({ salesPeople: 3, opportunitiesPerPerson: '6.7' }, figures)?.monthsOver).toEqual([11])
  expect(salesCapacity({ salesPeople: 3, opportunitiesPerPerson: '6.6' }, figures)?.monthsOver).toHaveLength(12)
})

it('nobody there is a capacity of 0; not entered is none', () => {
  expect(salesCapacity({ salesPeople: 0, opportunitiesPerPerson: '5' }, figures)?.perMonth).toBe(0)
  expect(salesCapacity({ salesPeople: null, opportunitiesPerPerson: '5' }, figures)).toBeNull()
  expect(salesCapacity({ salesPeople: 3, opportunitiesPerPerson: null }, figures)).toBeNull()
  expect(salesCapacity({ salesPeople: -1, opportunitiesPerPerson: '5' }, figures)).toBeNull()
})
