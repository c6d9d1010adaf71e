import { describe, expect, it } from 'vitest'
import { comparedCost, costRatioIn, costSections, pairsOf } from './cost-ratios'
import { YEAR } from './period'
import { byMonth, rowOf, testLedger } from './test-ledger'

const cost = (channelId: string, plan: (number | null)[], actual: (number | null)[], lastYear: number[] = []) =>
  rowOf({
    channelId,
    metric: 'cost',
    plan: byMonth(...plan),
    actual: byMonth(...actual),
    lastYear: byMonth(...lastYear),
  })
const leads = (channelId: string, plan: (number | null)[], actual: (number | null)[], lastYear: number[] = []) =>
  rowOf({
    channelId,
    metric: 'lead',
    plan: byMonth(...plan),
    actual: byMonth(...actual),
    lastYear: byMonth(...lastYear),
  })
const money = (channelId: string, plan: number[], actual: number[]) =>
  rowOf({ channelId, metric: 'revenue', plan: byMonth(...plan), actual: byMonth(...actual) })

const rows = [
  cost('web', [1000, 1000, 1000], [900, 1500, 40], [800]),
  leads('web', [100, 100, 100], [90, 100, 10], [40]),
  money('web', [5000, 5000], [4000, 2000]),
  cost('expo', [3000, 0], [3600, 0]),
  leads('expo', [200, 0], [180, 0]),
  cost('mail', [], [50, 50]),
  leads('mail', [], [10, 10]),
]
const ledger = testLedger({ actualsThrough: 1, finishedThrough: 1, running: 2, rows })
const cpl = (months: number[], of = rows) => comparedCost('cpl', pairsOf(of, 'lead'), months, { ...ledger, rows: of })

describe('CPL', () => {
  it('is recomputed from the sums of the channels with a cost plan: 6,000 for 370 leads, planned 5,000 for 400', () => {
    expect(cpl([0, 1])).toMatchObject({ actual: 6000 / 370, partial: false, basis: { plan: 5000 / 400 } })
    expect(cpl([0, 1]).variance).toBeCloseTo(6000 / 370 - 12.5, 12)
  })
  it('is better down: 15 for 10 planned is 150 %, judged as 10 ÷ 15: ×', () => {
    const web = rows.filter((row) => row.channelId === 'web')
    expect(cpl([1], web)).toMatchObject({ plan: 10, actual: 15, attainment: 1.5, verdict: 'bad' })
    expect(cpl([0], web)).toMatchObject({ plan: 10, actual: 10, verdict: 'good', lastYear: 20 })
  })
  it('leaves out a month with a blank on either side, and is then partial, without verdict', () => {
    const blank = rows.map((row) =>
      row.channelId === 'expo' && row.metric === 'cost' ? cost('expo', [3000, 0], [null, 0]) : row,
    )
    expect(cpl([0, 1], blank)).toMatchObject({ actual: 2400 / 190, partial: true, verdict: null, variance: null })
    expect(cpl([0, 1], blank).basis?.plan).toBe(2000 / 200)
  })
  it('without leads is undefined, not 0', () => {
    const none = [cost('expo', [3000, 0], [3600, 500]), leads('expo', [200, 0], [180, 0])]
    expect(cpl([1], none)).toMatchObject({ plan: null, actual: null, attainment: null, verdict: null })
  })
  it('where no channel has a cost plan stands alone', () => {
    const mail = rows.filter((row) => row.channelId === 'mail')
    expect(cpl([0, 1], mail)).toMatchObject({ plan: null, actual: 5, variance: null, verdict: null, partial: false })
  })
  it('of the month in progress is so far, without verdict; of the year plans all its months', () => {
    expect(cpl([2])).toMatchObject({ state: 'running', actual: 4, plan: 10, verdict: null })
    expect(costRatioIn({ key: 'cpl', pairs: pairsOf(rows, 'lead') }, YEAR, ledger).plan).toBe(6000 / 500)
  })
})

describe('ROI', () => {
  it('is (revenue − cost) ÷ cost of the same months: (6,000 − 2,400) ÷ 2,400', () => {
    expect(comparedCost('roi', pairsOf(rows, 'revenue'), [0, 1], ledger)).toMatchObject({
      ...{ actual: 1.5, basis: { plan: 4 }, attainment: 0.375, verdict: 'bad' },
    })
  })
})

it('the sections are those whose channels have both cost and the stage', () => {
  expect(costSections(ledger).map(({ key, parts }) => [key, parts.map((part) => part.key)])).toEqual([
    ['cpl', ['web', 'expo', 'mail']],
    ['roi', ['web']],
  ])
})
