import { describe, expect, it } from 'vitest'
import { fiscalYear, type Month } from '#lib/month'
import { boundaryMonths, type ClosingState, closableMonths, closesFrom, reopenableMonth } from './closing'

const year = fiscalYear(2026, 4)
const act = (month: Month) => ({ month, by: '佐藤 健', at: '2026-07-03T01:00:00.000Z' })
const none: ClosingState = { closed: [], reopened: [], closedThrough: null, firstEntered: '2026-04', chosen: null }
const throughJune: ClosingState = {
  ...none,
  closed: [act('2026-04'), act('2026-05'), act('2026-06')],
  closedThrough: '2026-06',
}

describe('closing months', () => {
  it('begins after the last closed month, else at the first with an entry', () => {
    expect(closesFrom(throughJune)).toBe('2026-07')
    expect(closesFrom({ ...none, firstEntered: '2026-05' })).toBe('2026-05')
    expect(closesFrom({ ...none, firstEntered: null })).toBeNull()
  })

  it('reaches to a month that is over', () => {
    expect(closableMonths(year, throughJune, 5)).toEqual(['2026-07', '2026-08', '2026-09'])
    expect(closableMonths(year, { ...none, firstEntered: '2025-11' }, 1)).toEqual(['2026-04', '2026-05'])
    expect(closableMonths(year, throughJune, 2)).toEqual([])
    expect(closableMonths(year, { ...none, firstEntered: null }, 5)).toEqual([])
  })

  it('is taken back for the last closed month only, in the year where it lies', () => {
    expect(reopenableMonth(throughJune)).toBe('2026-06')
    expect(reopenableMonth({ ...throughJune, closedThrough: '2027-05' })).toBeNull()
    expect(reopenableMonth(none)).toBeNull()
  })
})

describe('the month up to which actuals count', () => {
  const entered = new Set<Month>(['2026-04', '2026-05', '2026-07', '2026-10'])

  it('is by itself the last finished month with an entry, and can be an earlier one', () => {
    expect(boundaryMonths(year, none, 5, entered)).toEqual({
      automatic: '2026-07',
      earlier: ['2026-04', '2026-05', '2026-06'],
    })
  })

  it('is never before the last closed month', () => {
    expect(boundaryMonths(year, throughJune, 5, entered).earlier).toEqual(['2026-06'])
  })

  it('does not exist before the first entry', () => {
    expect(boundaryMonths(year, none, 5, new Set())).toEqual({ automatic: null, earlier: [] })
  })
})
