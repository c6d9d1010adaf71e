import { describe, expect, it } from 'vitest'
import type { LandingOverride } from '#lib/monthly-actual'
import type { InYear } from '#lib/plan-vs-actual/ledger'
import { byMonth, rowOf, testLedger } from '#lib/plan-vs-actual/test-ledger'
import { changedMonths, landingForm, typed } from './landing-form'

const set: InYear<LandingOverride> = {
  teamId: 'team',
  month: '2027-02',
  monthIndex: 10,
  line: 'existing',
  amount: 900,
  reason: '更新が延びた',
  by: '佐藤',
  at: '2026-10-02T01:00:00Z',
}
const ledger = testLedger({
  actualsThrough: 8,
  rows: [rowOf({ line: 'existing', channelId: null, metric: 'revenue', plan: byMonth(...Array(12).fill(1000)) })],
  landingOverrides: [set],
})
const form = landingForm(ledger, 'team', 'existing', 'JPY')

describe('setting a landing by hand', () => {
  it('asks for the months after the boundary, beside their plan', () => {
    expect(form.map(({ month, plan, text }) => [month, plan, text])).toEqual([
      ['2027-01', 1000, ''],
      ['2027-02', 1000, '900'],
      ['2027-03', 1000, ''],
    ])
  })
  it('saves what was changed, and only that', () => {
    expect(changedMonths(form, 'JPY')).toEqual([])
    expect(changedMonths(typed(form, '2027-03', '１,２００円', 'JPY'), 'JPY')).toEqual([
      { month: '2027-03', amount: 1200 },
    ])
  })
  it('an emptied month is its plan again', () => {
    expect(changedMonths(typed(form, '2027-02', '', 'JPY'), 'JPY')).toEqual([{ month: '2027-02', amount: null }])
  })
  it('a text that is no amount, or one below 0, is saved by no month', () => {
    expect(changedMonths(typed(form, '2027-03', '約千円', 'JPY'), 'JPY')).toBeNull()
    expect(changedMonths(typed(form, '2027-03', '-5', 'JPY'), 'JPY')).toBeNull()
  })
})
