import { describe, expect, it } from 'vitest'
import { missing, missingPlaces } from './missing'
import { byMonth, rowOf, testLedger } from './test-ledger'

const short = { actualsThrough: 0, finishedThrough: 1, running: 2 }

describe('what is not yet entered', () => {
  it('is every blank cell of a finished month, also after the boundary', () => {
    const rows = [
      rowOf({ plan: byMonth(1, 1, 1), actual: byMonth(1) }),
      rowOf({ metric: 'mql', plan: byMonth(1, 1, 1), actual: byMonth(null, 1) }),
    ]
    expect(missing(testLedger({ ...short, rows }))).toEqual([
      { teamId: 'team', line: 'channel', channelId: 'web', metric: 'mql', month: 0 },
      { teamId: 'team', line: 'channel', channelId: 'web', metric: 'lead', month: 1 },
    ])
  })
  it('an entered 0 is entered', () => {
    const rows = [rowOf({ plan: byMonth(1, 1), actual: byMonth(0, 0) })]
    expect(missing(testLedger({ ...short, rows }))).toEqual([])
  })
  it('a month planned at 0 is asked for too, when the year has a plan', () => {
    const rows = [rowOf({ plan: byMonth(0, 5), actual: byMonth(null, 5) })]
    expect(missing(testLedger({ ...short, rows })).map((cell) => cell.month)).toEqual([0])
  })
  it('a row without plan or entries is never missing, nor is cost without a plan', () => {
    const rows = [rowOf({}), rowOf({ lastYear: byMonth(5, 5) }), rowOf({ metric: 'cost', actual: byMonth(5) })]
    expect(missing(testLedger({ ...short, rows }))).toEqual([])
  })
})

describe('places to enter', () => {
  it('gather the blanks of a channel’s month, the latest month first', () => {
    const rows = [
      rowOf({ plan: byMonth(1, 1), actual: byMonth(1) }),
      rowOf({ metric: 'mql', plan: byMonth(1, 1), actual: byMonth() }),
      rowOf({ channelId: 'expo', plan: byMonth(1, 1), actual: byMonth(1, 1) }),
    ]
    const place = { teamId: 'team', line: 'channel', channelId: 'web', wholeMonth: false }
    expect(missingPlaces(testLedger({ ...short, rows }))).toEqual([
      { ...place, month: 1, metrics: ['lead', 'mql'] },
      { ...place, month: 0, metrics: ['mql'] },
    ])
  })
  it('a month of which a team has entered nothing is one place', () => {
    const rows = [
      rowOf({ plan: byMonth(1, 1), actual: byMonth(1) }),
      rowOf({ channelId: 'expo', plan: byMonth(1, 1), actual: byMonth(1) }),
      rowOf({ teamId: 'other', plan: byMonth(1, 1), actual: byMonth(1, 1) }),
    ]
    expect(missingPlaces(testLedger({ ...short, rows }))).toMatchObject([
      { teamId: 'team', month: 1, wholeMonth: true, metrics: ['lead', 'lead'] },
    ])
  })
})
