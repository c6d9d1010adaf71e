import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { type GoldenInput, goldenLedger } from './golden-ledger'
import { MONTHS } from './ledger'
import { PERIODS, type Period, YEAR } from './period'
import { comparedRate, rateIn, rateSections } from './rates'
import { byMonth, rowOf, testLedger } from './test-ledger'

const golden = goldenLedger(
  JSON.parse(
    readFileSync(new URL('../funnel/golden/three-channels.input.json', import.meta.url), 'utf8'),
  ) as GoldenInput,
)
const HALF = [0, 1, 2, 3, 4, 5]

/** Half of the leads won a month later. */
const run = (teamId: string, rate: string, march: number | null) => ({
  ...{ teamId, channelId: 'web', stages: ['lead', 'won'], rates: [rate], lags: ['1'], dealSize: 100 },
  before: { lead: [...Array<null>(11).fill(null), 20, march], won: [...Array<null>(12).fill(null), 9] },
})
const twelve = (value: number) => byMonth(...MONTHS.map(() => value))
const rowsOf = (teamId: string, leads: (number | null)[], won: (number | null)[]) => [
  rowOf({ teamId, metric: 'lead', plan: twelve(50), actual: byMonth(...leads) }),
  rowOf({ teamId, metric: 'won', plan: twelve(25), actual: byMonth(...won) }),
]
const ledger = testLedger({
  ...{ actualsThrough: 1, finishedThrough: 1, running: 2, runs: [run('a', '0.5', 20), run('b', '0.2', 30)] },
  stages: ['lead', 'won'].map((key) => ({ key, name: null })),
  rows: [...rowsOf('a', [30, 40], [12, 18]), ...rowsOf('b', [60, 10], [3, 6])],
})
const period = (key: string): Period => PERIODS.find((each) => each.key === key) ?? YEAR

describe('a rate', () => {
  it('is what came of what was due: 12 of March’s 20 and 18 of April’s 30', () => {
    expect(comparedRate(ledger.runs.slice(0, 1), 'won', [0, 1], ledger)).toMatchObject({
      ...{ state: 'toDate', y: 30, n: 50, actual: 0.6, attainment: 1.2, verdict: 'good', partial: false },
      basis: { first: 0, last: 1, plan: 0.5, actual: 0.6 },
    })
  })
  it('over channels is recomputed from sums, its plan weighted by what was due: (50·½ + 90·⅕) ÷ 140', () => {
    const { actual, basis, y, n, variance } = comparedRate(ledger.runs, 'won', [0, 1], ledger)
    expect({ y, n, actual }).toEqual({ y: 39, n: 140, actual: 39 / 140 })
    expect(basis?.plan).toBeCloseTo(43 / 140, 12)
    expect(variance).toBeCloseTo(-4 / 140, 12)
  })
  it('of the whole year plans with the actuals to date and the plan’s integers after them', () => {
    // a: 20 + 30 + 40 + 9 × 50 = 540 due at a half; b: 30 + 60 + 10 + 450 = 550 at a fifth.
    expect(rateIn(ledger.runs, 'won', YEAR, ledger).plan).toBeCloseTo((270 + 110) / 1090, 12)
  })
  it('of the same month last year is lag-matched as well: 9 of February’s 20', () => {
    expect(rateIn(ledger.runs.slice(0, 1), 'won', period('m11'), ledger)).toMatchObject({
      ...{ state: 'ahead', actual: null, verdict: null, lastYear: 0.45 },
    })
  })
  it('is partial, without verdict, where a count or a month that it looks back on is blank', () => {
    const blank = { ...ledger, rows: [...rowsOf('a', [null, 40], [12, 18]), ...rowsOf('b', [60, 10], [3, 6])] }
    expect(comparedRate(blank.runs, 'won', [0], blank)).toMatchObject({ partial: false, y: 15, n: 50 })
    expect(comparedRate(blank.runs, 'won', [1], blank)).toMatchObject({
      ...{ partial: true, verdict: null, variance: null, y: 6, n: 60, actual: 0.1 },
    })
    const unknown = { ...ledger, runs: [run('a', '0.5', null)] }
    expect(comparedRate(unknown.runs, 'won', [0], unknown)).toMatchObject({ partial: true, actual: null })
  })
  it('of nothing due is undefined', () => {
    const none = { ...ledger, rows: rowsOf('a', [0, 0], [0, 0]), runs: [run('a', '0.5', 0)] }
    expect(comparedRate(none.runs, 'won', [0], none)).toMatchObject({ plan: null, actual: null, verdict: null })
  })
  it('the month in progress has none: what is due has not had its time', () => {
    expect(rateIn(ledger.runs, 'won', period('m2'), ledger)).toMatchObject({ state: 'ahead', actual: null, n: null })
  })
  it('cumulative, a month is the year so far', () => {
    expect(rateIn(ledger.runs, 'won', period('m1'), ledger, 'cumulative')).toMatchObject({ y: 39, n: 140 })
    expect(rateIn(ledger.runs, 'won', period('m3'), ledger, 'cumulative')).toMatchObject({ state: 'ahead', n: null })
  })
})

describe('the golden company', () => {
  it('Web has won 15 of the 63 opportunities that were due by September', () => {
    const web = golden.runs.filter((each) => each.channelId === 'Web')
    // 2.5 months: April is due ½ × (10 + 9) of February and January, … September ½ × (13 + 12) of July and June.
    expect(comparedRate(web, 'won', HALF, golden)).toMatchObject({ y: 15, n: 63, actual: 15 / 63 })
  })
  it('has a section per transition, from won up, by channel', () => {
    expect(rateSections(golden).map(({ from, to, parts }) => [from, to, parts.length])).toEqual([
      ['opportunity', 'won', 3],
      ['mql', 'opportunity', 3],
      ['lead', 'mql', 3],
      ['visit', 'lead', 1],
    ])
  })
})
