import { describe, expect, it } from 'vitest'
import { CreditBook } from './credit-book'
import type { Deal, Touch } from './journey'
import type { AttributionRules } from './rules'

const DAY = 86_400_000
/** 2026-04-01 as days since 1970-01-01. */
const APRIL_1 = 20_544
const rules: AttributionRules = {
  ...{ lookbackDays: 365, level: 'account', halfLifeDays: 30 },
  ...{ custom: { first: 10_000 }, direct: [] },
}

const touch = (day: number, channelId: string, campaignId: string | null = null): Touch => ({
  ...{ at: (APRIL_1 + day) * DAY, day: APRIL_1 + day, channelId, campaignId, isOwn: true },
})

/** Created on 1 May 2026 and won on 1 June for 1,000, from a lead of 10 April. */
const won: Deal = {
  ...{ teamId: 'team', state: 'won', isNew: true, amount: 1000 },
  ...{ createdDay: APRIL_1 + 30, closedDay: APRIL_1 + 61, leadAt: (APRIL_1 + 9) * DAY, leadDay: APRIL_1 + 9 },
  touches: [touch(-5, 'Web', 'page'), touch(20, 'Event', 'expo'), touch(40, 'Web')],
}
const place = { teamId: 'team', isNew: true }
const web = { channelId: 'Web', campaignId: 'page' }
const event = { channelId: 'Event', campaignId: 'expo' }

const linearRows = (deals: readonly Deal[]) => {
  const book = new CreditBook(rules, { models: ['linear'] })
  for (const deal of deals) book.add(deal)
  return [...book.rows()].map(({ model: _, ...row }) => row)
}

describe('what a deal is credited for, and in which month', () => {
  it('credits a won deal in the month of its close, of its creation and of its lead', () => {
    expect(linearRows([won])).toEqual([
      { ...place, basis: 'won', month: '2026-06', ...web, amount: 334, dealParts: 333_334 },
      { ...place, basis: 'won', month: '2026-06', ...event, amount: 333, dealParts: 333_333 },
      { ...place, basis: 'won', month: '2026-06', channelId: 'Web', campaignId: null, amount: 333, dealParts: 333_333 },
      { ...place, basis: 'cohort', month: '2026-04', ...web, amount: 334, dealParts: 333_334 },
      { ...place, basis: 'cohort', month: '2026-04', ...event, amount: 333, dealParts: 333_333 },
      {
        ...place,
        basis: 'cohort',
        month: '2026-04',
        channelId: 'Web',
        campaignId: null,
        amount: 333,
        dealParts: 333_333,
      },
      { ...place, basis: 'created', month: '2026-05', ...web, amount: 500, dealParts: 500_000 },
      { ...place, basis: 'created', month: '2026-05', ...event, amount: 500, dealParts: 500_000 },
    ])
  })

  it('credits an open deal by the touches up to its creation, and keeps one without any apart', () => {
    const open: Deal = { ...won, state: 'open', closedDay: null, touches: [touch(31, 'Web')] }
    expect(linearRows([open])).toEqual([
      { ...place, basis: 'created', month: '2026-05', channelId: null, campaignId: null, amount: 1000, dealParts: 1e6 },
      { ...place, basis: 'open', month: '2026-05', channelId: null, campaignId: null, amount: 1000, dealParts: 1e6 },
    ])
  })

  it('puts revenue without a lead in the month of the first touch, and without any touch in that of the close', () => {
    const cohorts = (deal: Deal) =>
      linearRows([deal]).flatMap(({ basis, month }) => (basis === 'cohort' ? [month] : []))
    expect(cohorts({ ...won, leadAt: null, leadDay: null })).toEqual(['2026-03', '2026-03', '2026-03'])
    expect(cohorts({ ...won, leadAt: null, leadDay: null, touches: [] })).toEqual(['2026-06'])
  })

  it('credits a lost deal as created, and not as won or open', () => {
    expect(linearRows([{ ...won, state: 'lost' }]).map(({ basis }) => basis)).toEqual(['created', 'created'])
  })

  it('keeps forty channels apart', () => {
    const touches = Array.from({ length: 40 }, (_, i) => touch(i, `channel-${i}`))
    const rows = linearRows([{ ...won, touches }]).filter(({ basis }) => basis === 'won')
    expect(rows.map(({ channelId, amount }) => [channelId, amount])).toEqual(
      touches.map(({ channelId }) => [channelId, 25]),
    )
  })

  it('refuses sums beyond what a number holds exactly', () => {
    const book = new CreditBook(rules, { bases: ['won'], models: ['first'] })
    book.add({ ...won, amount: Number.MAX_SAFE_INTEGER })
    book.add(won)
    expect(() => [...book.rows()]).toThrow(RangeError)
  })

  it('takes a table in one go, and refuses one with the lines of another book', () => {
    const [book, other] = [new CreditBook(rules), new CreditBook(rules)]
    const table = book.table()
    table.push(won)
    book.addAll(table)
    book.remove(won)
    expect([...book.rows()]).toEqual([])
    expect(() => other.addAll(table)).toThrow(RangeError)
  })

  it('refuses a won deal without a day of close', () => {
    expect(() => new CreditBook(rules).add({ ...won, closedDay: null })).toThrow(RangeError)
  })

  it('leaves nothing of a deal that is taken out again', () => {
    const book = new CreditBook(rules)
    book.add(won)
    book.remove(won)
    expect([...book.rows()]).toEqual([])
  })

  it('leaves nothing of a deal whose lead passes no touch and stays in its month, and moves revenue so far with the month', () => {
    const changedTo = (day: number) => {
      const book = new CreditBook(rules, { models: ['first'] })
      const table = book.table()
      table.push(won)
      table.beginAgain({ ...won, leadAt: (APRIL_1 + day) * DAY, leadDay: APRIL_1 + day })
      book.changeDeal(table, 0, 1)
      return [...book.rows()].map(({ basis, month, amount }) => [basis, month, amount])
    }
    expect(changedTo(15)).toEqual([])
    expect(changedTo(-2)).toEqual([
      ['cohort', '2026-04', -1000],
      ['cohort', '2026-03', 1000],
    ])
  })
})
