import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { LANDING_CASES, landingOf } from '#lib/forecast/landing'
import { anyLedger } from './any-ledger'
import { asClosed } from './as-closed'
import type { Ledger } from './ledger'
import { byMonth, rowOf, testLedger } from './test-ledger'

type Restated = Ledger['restatements'][number]
const restated = (part: Partial<Restated>): Restated => ({
  ...{ teamId: 'team', month: '2026-04', monthIndex: 0, line: 'channel', channelId: 'web', campaignId: null },
  ...{
    metric: 'lead',
    before: 121,
    after: 125,
    reason: { text: '名刺の二重登録' },
    by: '佐藤',
    at: '2026-07-02T01:00:00Z',
  },
  ...part,
})
const leads = rowOf({ actual: byMonth(125, 131) })
const ledger = testLedger({ rows: [leads] })
const actualOf = (restatements: Restated[], part: Partial<Ledger> = {}) =>
  asClosed({ ...ledger, ...part, restatements }).rows.map((row) => row.actual.slice(0, 2))

describe('締め時点', () => {
  it('a corrected cell of a closed month is as it was; other cells stay', () => {
    expect(actualOf([restated({})])).toEqual([[121, 131]])
  })
  it('of several corrections of a cell the first one knows', () => {
    const again = restated({ before: 123, after: 125, at: '2026-07-03T01:00:00Z' })
    expect(actualOf([restated({ after: 123 }), again])).toEqual([[121, 131]])
  })
  it('what was blank when closed is blank', () => {
    expect(actualOf([restated({ before: null })])).toEqual([[null, 131]])
  })
  it('a cell that was taken back stands again, with its row', () => {
    expect(actualOf([restated({ metric: 'mql', before: 9, after: null })])).toEqual([
      [125, 131],
      [9, null],
    ])
  })
  it('a campaign’s cell moves its own row and the channel’s', () => {
    const part = (campaignId: string, ...actual: number[]) => ({ ...rowOf({ actual: byMonth(...actual) }), campaignId })
    const campaignRows = [part('spring', 85, 31), part('autumn', 40, 100)]
    const then = asClosed({ ...ledger, campaignRows, restatements: [restated({ campaignId: 'spring', before: 80 })] })
    expect(then.campaignRows.map((row) => row.actual[0])).toEqual([80, 40])
    expect(then.rows[0]?.actual.slice(0, 2)).toEqual([120, 131])
  })
  it('a month closed as entered directly and divided into campaigns later was the direct entry', () => {
    const campaignRows = [{ ...rowOf({ actual: byMonth(85) }), campaignId: 'spring' }]
    const row = rowOf({ actual: byMonth(85) })
    const restatements = [
      restated({ before: 90, after: null }),
      restated({ campaignId: 'spring', before: null, after: 85 }),
    ]
    expect(actualOf(restatements, { rows: [row], campaignRows })).toEqual([[90, null]])
  })
  it('is the same for everybody who asks, and the ledger itself when nothing was corrected', () => {
    const corrected = { ...ledger, restatements: [restated({})] }
    expect(asClosed(corrected)).toBe(asClosed(corrected))
    expect(asClosed(ledger)).toBe(ledger)
  })
  it('a correction back to what was closed leaves every figure as it is', () => {
    fc.assert(
      fc.property(anyLedger, fc.integer({ min: 0, max: 11 }), (any, monthIndex) => {
        const rows = any.rows.filter((row) => row.teamId === 'a' && row.channelId === 'web' && row.metric === 'won')
        const value = rows[0]?.actual[monthIndex] ?? null
        const same = restated({ teamId: 'a', metric: 'won', monthIndex, before: value, after: value })
        const then = asClosed({ ...any, restatements: [same] })
        expect(then.rows).toEqual(any.rows)
        expect(landingOf(then, LANDING_CASES.plan).total).toBe(landingOf(any, LANDING_CASES.plan).total)
      }),
    )
  })
})
