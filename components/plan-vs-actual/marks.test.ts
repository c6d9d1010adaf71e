import { describe, expect, it } from 'vitest'
import type { Restatement } from '#lib/monthly-actual'
import type { InYear } from '#lib/plan-vs-actual/ledger'
import { PERIODS } from '#lib/plan-vs-actual/period'
import { byMonth, rowOf, testLedger } from '#lib/plan-vs-actual/test-ledger'
import { isMarked, restatementsIn } from './marks'
import { allRows } from './table-row'
import { tableRows } from './table-rows'

const corrected: InYear<Restatement> = {
  teamId: 'team',
  month: '2026-05',
  monthIndex: 1,
  line: 'channel',
  channelId: 'web',
  campaignId: null,
  metric: 'lead',
  before: 121,
  after: 125,
  reason: { text: '名刺の重複' },
  by: '佐藤',
  at: '2026-07-02T01:00:00Z',
}
const ledger = testLedger({
  rows: [
    rowOf({ plan: byMonth(100, 102), actual: byMonth(101, 125) }),
    rowOf({ channelId: 'expo', plan: byMonth(90, 79), actual: byMonth(0, 420) }),
  ],
  restatements: [corrected],
  actualsThrough: 1,
})
const rows = allRows(tableRows({ ledger, mode: 'monthly', locale: 'ja', t: (key) => key }))
const period = (key: string) => PERIODS.find((each) => each.key === key) ?? PERIODS[0]
const marked = (id: string, line: string, key: string) => {
  const [row, at] = [rows.find((each) => each.id === id), period(key)]
  if (!row || !at) throw new Error('no such cell')
  return isMarked(row, line, at, ledger)
}

describe('a correction', () => {
  it('marks the month of its channel, and of the metric that holds it', () => {
    expect(marked('lead.web', 'actual', 'm1')).toBe(true)
    expect(marked('lead', 'actual', 'm1')).toBe(true)
  })
  it('marks no other channel, month, line or sum', () => {
    expect(marked('lead.expo', 'actual', 'm1')).toBe(false)
    expect(marked('lead.web', 'actual', 'm0')).toBe(false)
    expect(marked('lead.web', 'plan', 'm1')).toBe(false)
    expect(marked('lead.web', 'actual', 'q1')).toBe(false)
  })
  it('is told beside every sum that it belongs to', () => {
    const [row, q1] = [rows.find((each) => each.id === 'lead.web'), period('q1')]
    if (!row || !q1) throw new Error('no such cell')
    expect(restatementsIn(row, q1, ledger)).toEqual([corrected])
  })
})
