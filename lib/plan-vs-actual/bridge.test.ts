import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyLedger } from './any-ledger'
import { bridgeOf } from './bridge'
import { exactPieces } from './bridge-pieces'
import { decimalOf, minus, numberOf, total } from './decimal'
import { type GoldenInput, goldenLedger } from './golden-ledger'
import { MONTHS } from './ledger'
import { leversOf } from './levers'
import { revenueRows } from './sections'
import { byMonth, rowOf, testLedger } from './test-ledger'

const golden = goldenLedger(
  JSON.parse(
    readFileSync(new URL('../funnel/golden/three-channels.input.json', import.meta.url), 'utf8'),
  ) as GoldenInput,
)

/** Ten leads a month, half of them won a month later at 100 each; April and May are over. */
const run = {
  ...{ teamId: 'team', channelId: 'web', stages: ['lead', 'won'], rates: ['0.5'], lags: ['1'], dealSize: 100 },
  before: { lead: [...Array<null>(12).fill(null), 20], won: Array<null>(13).fill(null) },
}
const twelve = (value: number) => byMonth(...MONTHS.map(() => value))
const small = testLedger({
  ...{ actualsThrough: 1, finishedThrough: 1, running: 2, runs: [run] },
  stages: ['lead', 'won'].map((key) => ({ key, name: null })),
  rows: [
    rowOf({ metric: 'revenue', plan: twelve(500), actual: byMonth(900, 400) }),
    rowOf({ metric: 'lead', plan: twelve(10), actual: byMonth(30, 6) }),
    rowOf({ metric: 'won', plan: twelve(5), actual: byMonth(9, 4) }),
  ],
})

describe('the bridge of a channel', () => {
  it('divides the gap: 36 leads for 20 at 50 each; 13 of 50 due at a half; 1,300 for 13 deals; the rest is timing', () => {
    const { plan, actual, gap, effects, through } = bridgeOf(small, 'web')
    expect({ plan, actual, gap, through }).toEqual({ plan: 1000, actual: 1300, gap: 300, through: 1 })
    expect(effects.map(({ key, amount }) => [key, amount])).toEqual([
      ['volume:lead', 800],
      ['rate:won', -1200],
      ['dealSize', 0],
      ['timing', 700],
    ])
  })
  it('says how much of the volume falls within the months: April’s 20 more are won in May, May’s 4 fewer in June', () => {
    expect(bridgeOf(small, 'web').effects[0]?.within).toBe(1000)
  })
  it('a rate is a lever from 20 due on', () => {
    expect(bridgeOf(small, 'web').effects.map(({ isLever }) => isLever)).toEqual([true, true, true, false])
    const few = { ...small, runs: [{ ...run, before: { ...run.before, lead: byMonth() } }], actualsThrough: 0 }
    expect(bridgeOf(few, 'web').effects[1]?.isLever).toBe(false)
  })
  it('more wins than were due are no lever', () => {
    const rows = small.rows.map((row) => (row.metric === 'won' ? { ...row, actual: byMonth(40, 20) } : row))
    expect(bridgeOf({ ...small, rows }, 'web').effects[1]?.isLever).toBe(false)
  })
  it('counts a blank as 0 and marks the channel ＊', () => {
    const rows = small.rows.map((row) => (row.metric === 'won' ? { ...row, actual: byMonth(9) } : row))
    const bridge = bridgeOf({ ...small, rows }, 'web')
    expect(bridge.partialChannels).toEqual(['web'])
    expect(bridge.effects.every((effect) => effect.isPartial)).toBe(true)
    expect(bridge.effects[1]?.amount).toBe(-1600)
    expect(bridgeOf(small, 'web').partialChannels).toEqual([])
  })
})

describe('the bridge of the KGI', () => {
  const rows = [
    ...small.rows,
    rowOf({ line: 'existing', channelId: null, metric: 'revenue', plan: twelve(70), actual: byMonth(60, 70) }),
    rowOf({ line: 'unallocated', channelId: null, metric: 'revenue', plan: twelve(5), actual: byMonth(0, 0) }),
    rowOf({ channelId: 'mail', metric: 'revenue', actual: byMonth(40, 2) }),
  ]
  const ledger = { ...small, rows }
  it('has the lines, a channel without a plan and 未配分 as effects of their own', () => {
    expect(bridgeOf(ledger).effects.map(({ key, amount }) => [key, amount])).toEqual([
      ['volume:lead', 800],
      ['rate:won', -1200],
      ['dealSize', 0],
      ['timing', 700],
      ['existing', -10],
      ['unplanned:mail', 42],
      ['unallocated', -10],
    ])
    expect(bridgeOf(ledger).gap).toBe(322)
  })
  it('marketing alone leaves the lines out', () => {
    expect(bridgeOf(ledger, null, 'marketing')).toMatchObject({ plan: 1010, actual: 1342, gap: 332 })
  })
  it('is empty before the first actual', () => {
    expect(bridgeOf({ ...ledger, actualsThrough: -1 })).toMatchObject({ plan: 0, actual: 0, gap: 0, effects: [] })
  })
})

describe('the sentence', () => {
  it('names the largest single channel in the direction of the gap: seminar leads 352 for 140, +22.9 million', () => {
    expect(leversOf(golden, null, 'marketing').first).toMatchObject({
      ...{ kind: 'volume', stage: 'lead', channelId: 'セミナー', amount: 22_896_000, planned: 140, actual: 352 },
      ratio: 352 / 140,
    })
  })
  it('then the largest stage total against it: opportunity to won, −1.875 + 0.32 − 3.165 million', () => {
    const { second } = leversOf(golden, null, 'marketing')
    expect(second).toMatchObject({ kind: 'rate', from: 'opportunity', stage: 'won', channelId: null })
    expect(second?.amount).toBeCloseTo(-4_720_000, 6)
    expect(second?.byChannel.map((part) => [part.channelId, part.amount])).toEqual([
      ['Web', -1_875_000],
      ['展示会', 320_000],
      ['セミナー', -3_165_000],
    ])
  })
  it('names a line of revenue when that is the cause, and it alone when no stage is against the gap', () => {
    const line = (line: 'existing' | 'salesSourced', plan: number, actual: number) =>
      rowOf({ line, channelId: null, metric: 'revenue', plan: byMonth(plan), actual: byMonth(actual) })
    const ledger = testLedger({ actualsThrough: 0, rows: [line('existing', 100, 40), line('salesSourced', 10, 15)] })
    expect(leversOf(ledger)).toMatchObject({
      first: { kind: 'existing', amount: -60, planned: 100, actual: 40 },
      second: { kind: 'salesSourced', amount: 5 },
    })
  })
  it('is silent without a gap, and never names timing', () => {
    const even = rowOf({ line: 'existing', channelId: null, metric: 'revenue', plan: byMonth(9), actual: byMonth(9) })
    expect(leversOf(testLedger({ actualsThrough: 0, rows: [even] }))).toEqual({ first: null, second: null })
    const late = { ...small, rows: small.rows.map((row) => ({ ...row, actual: byMonth(0, 0) })) }
    expect(leversOf(late).first).toMatchObject({ kind: 'volume', amount: -1000 })
  })
})

describe('for any ledger, zeros and blanks included', () => {
  it('the effects add up to actual − planned revenue, exactly', () => {
    fc.assert(
      fc.property(anyLedger, fc.option(fc.constantFrom('web', 'expo', 'mail'), { freq: 3 }), (ledger, channelId) => {
        const rows = revenueRows(ledger).filter((row) => channelId === null || row.channelId === channelId)
        const months = MONTHS.slice(0, ledger.actualsThrough + 1)
        const sum = (of: 'plan' | 'actual') =>
          rows.reduce((all, row) => all + months.reduce<number>((own, month) => own + (row[of][month] ?? 0), 0), 0)
        const effects = total(exactPieces(ledger, channelId).map((piece) => piece.amount))
        expect(minus(effects, decimalOf(sum('actual') - sum('plan'))).units).toBe(0n)
      }),
    )
  })
  it('an effect is the sum of its channels, exactly', () => {
    fc.assert(
      fc.property(anyLedger, (ledger) => {
        const pieces = exactPieces(ledger)
        for (const { key, amount } of bridgeOf(ledger).effects)
          expect(amount).toBe(numberOf(total(pieces.filter((piece) => piece.key === key).map((piece) => piece.amount))))
      }),
    )
  })
})
