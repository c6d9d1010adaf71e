import { describe, expect, it } from 'vitest'
import type { Run } from '#lib/forecast/run'
import { byMonth, rowOf, testLedger } from '#lib/plan-vs-actual/test-ledger'
import { cohortRipeness, isUnripe } from './cohort-ripeness'

const run: Run = {
  ...{ teamId: 'team', channelId: 'web', stages: ['visit', 'lead', 'won'], rates: ['0.1', '0.1'] },
  ...{ lags: ['0', '2.5'], dealSize: 1, before: {} },
}

describe('ripeness of leads on their way to won', () => {
  // 2.5 months: half arrive after two, half after three. In September (5) those of June are over, of July by half.
  const ledger = testLedger({ runs: [run], rows: [rowOf({ actual: byMonth(null, null, 100, 100, 100, 0) })] })

  it('is weighted by the leads of each month', () => {
    expect(cohortRipeness(ledger, [2])).toEqual(new Map([['web', 1]]))
    expect(cohortRipeness(ledger, [3])).toEqual(new Map([['web', 0.5]]))
    expect(cohortRipeness(ledger, [2, 3, 4]).get('web')).toBeCloseTo(0.5)
  })

  it('is undefined without a lead, and only below 90 % unripe', () => {
    expect(cohortRipeness(ledger, [0]).get('web')).toBeNull()
    expect([isUnripe(null), isUnripe(0.9), isUnripe(0.89)]).toEqual([false, false, true])
  })
})
