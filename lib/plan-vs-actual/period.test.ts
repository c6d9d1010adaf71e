import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compared } from './compared'
import { type LedgerRow, MONTHS } from './ledger'
import { comparedIn, monthsOf, PERIODS, type Period, YEAR } from './period'
import { lineRows, partsOf, revenueRows } from './sections'
import { byMonth, rowOf, testLedger } from './test-ledger'

const period = (key: string): Period => {
  const found = PERIODS.find((each) => each.key === key)
  if (!found) throw new Error(key)
  return found
}

describe('columns', () => {
  it('are twelve months, four quarters, two halves and the year, in reading order', () => {
    expect(PERIODS.map((each) => each.key).join(' ')).toBe(
      'm0 m1 m2 q1 m3 m4 m5 q2 h1 m6 m7 m8 q3 m9 m10 m11 q4 h2 year',
    )
  })
})

describe('cumulative', () => {
  const won = rowOf({
    metric: 'won',
    plan: byMonth(4, 4, 5, 3, 4, 5, 4, 5, 3, 5, 5, 5),
    actual: byMonth(5, 4, 6, 5, 6, 7, 1),
  })
  const ledger = testLedger({ rows: [won] })
  it('a month is the year so far, without the mark 累', () => {
    expect(comparedIn([won], period('m1'), ledger, 'cumulative')).toMatchObject({
      plan: 8,
      actual: 9,
      cumulative: false,
    })
    expect(comparedIn([won], period('m0'), ledger, 'cumulative')).toMatchObject({
      plan: 4,
      actual: 5,
      cumulative: false,
    })
  })
  it('the running month and later ones show their plan only', () => {
    expect(comparedIn([won], period('m6'), ledger, 'cumulative')).toMatchObject({
      state: 'ahead',
      plan: 29,
      actual: null,
      verdict: null,
    })
    expect(comparedIn([won], period('q3'), ledger, 'cumulative')).toMatchObject({
      state: 'ahead',
      plan: 37,
      actual: null,
    })
  })
  it('the year ends where the months do', () => {
    expect(comparedIn([won], YEAR, ledger, 'cumulative')).toMatchObject({ plan: 52, actual: 33, basis: { plan: 25 } })
  })
})

const cell = fc.option(fc.integer({ min: -1000, max: 1_000_000 }), { freq: 4 })
const row = (metric: string): fc.Arbitrary<LedgerRow> =>
  fc
    .record({
      teamId: fc.constantFrom('a', 'b'),
      line: fc.constantFrom('existing' as const, 'salesSourced' as const, 'channel' as const, 'unallocated' as const),
      channelId: fc.constantFrom('web', 'expo', 'seminar'),
      metric: fc.constant(metric),
      plan: fc.array(fc.nat(1_000_000), { minLength: 12, maxLength: 12 }),
      actual: fc.array(cell, { minLength: 12, maxLength: 12 }),
      lastYear: fc.array(cell, { minLength: 12, maxLength: 12 }),
    })
    .map((made) => ({ ...made, channelId: made.line === 'channel' ? made.channelId : null }))
const ledgers = fc
  .record({
    rows: fc.array(row('revenue'), { minLength: 1, maxLength: 8 }),
    actualsThrough: fc.integer({ min: -1, max: 11 }),
  })
  .map(({ rows, actualsThrough }) =>
    testLedger({ rows, actualsThrough, finishedThrough: actualsThrough, running: null, elapsed: null }),
  )

const ADDITIVE = ['plan', 'actual', 'lastYear'] as const
const sum = (values: (number | null)[]) => values.reduce<number>((total, value) => total + (value ?? 0), 0)

describe('for any ledger', () => {
  it('months add up to quarters, quarters to halves, halves to the year', () => {
    fc.assert(
      fc.property(ledgers, (ledger) => {
        const of = (key: string) => comparedIn(ledger.rows, period(key), ledger, 'monthly')
        for (const [whole, parts] of [
          ['q1', ['m0', 'm1', 'm2']],
          ['q4', ['m9', 'm10', 'm11']],
          ['h1', ['q1', 'q2']],
          ['h2', ['q3', 'q4']],
          ['year', ['h1', 'h2']],
        ] as const)
          for (const figure of ADDITIVE)
            expect(sum([of(whole)[figure]])).toBe(sum(parts.map((part) => of(part)[figure])))
      }),
    )
  })
  it('the lines add up to revenue, and the channels to marketing', () => {
    fc.assert(
      fc.property(ledgers, (ledger) => {
        const lines = (['existing', 'salesSourced', 'marketing'] as const).map((line) => lineRows(ledger, line))
        const parts = partsOf(lineRows(ledger, 'marketing'), ledger).map((part) => part.rows)
        for (const figure of ADDITIVE) {
          const of = (rows: readonly LedgerRow[]) => compared(rows, MONTHS, ledger)[figure]
          expect(sum(lines.map(of))).toBe(sum([of(revenueRows(ledger))]))
          expect(sum(parts.map(of))).toBe(sum([of(lineRows(ledger, 'marketing'))]))
        }
      }),
    )
  })
  it('the last cumulative month is the year, and every period compares only months to the boundary', () => {
    fc.assert(
      fc.property(ledgers, (ledger) => {
        const march = comparedIn(ledger.rows, period('m11'), ledger, 'cumulative')
        const year = comparedIn(ledger.rows, YEAR, ledger, 'cumulative')
        expect(march.plan).toBe(year.plan)
        if (ledger.actualsThrough === 11) expect(march).toEqual(year)
        for (const each of PERIODS) {
          const { basis } = compared(ledger.rows, monthsOf(each), ledger)
          if (basis) expect(basis.last).toBeLessThanOrEqual(ledger.actualsThrough)
        }
      }),
    )
  })
  it('what is partial has neither verdict nor variance', () => {
    fc.assert(
      fc.property(ledgers, fc.constantFrom(...PERIODS), (ledger, each) => {
        const { partial, variance, verdict } = comparedIn(ledger.rows, each, ledger, 'monthly')
        if (partial) expect([variance, verdict]).toEqual([null, null])
      }),
    )
  })
})
