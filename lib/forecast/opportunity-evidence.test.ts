import { describe, expect, it } from 'vitest'
import { testLedger } from '#lib/plan-vs-actual/test-ledger'
import { opportunityEvidenceOf } from './opportunity-evidence'
import type { ChannelOpportunityLanding, OpportunityLanding } from './opportunity-landing'

const channel = (given: Partial<ChannelOpportunityLanding>): ChannelOpportunityLanding => ({
  ...{ teamId: 'a', channelId: 'web', revenueByMonth: [], revenue: 100, actual: 40, won: 30, open: 20, flow: 10 },
  ...{ opportunities: { count: 2, amount: 50, unpriced: 1 }, overdue: 1, leftOut: 0 },
  ...{ isInsufficient: false, isRecorded: true },
  ...given,
})
const landing = (...channels: ChannelOpportunityLanding[]): OpportunityLanding => ({
  ...{ byMonth: [], total: 0, goal: null, attainment: null, existing: 5, salesSourced: 7, marketing: 0, channels },
})
const byCategory = [{ category: 'A' as const, won: 3, closed: 4, probability: 0.75 }]
const ledger = testLedger({ opportunities: { channels: [], calibrations: [{ teamId: 'a', closed: 20, byCategory }] } })

describe('what a landing by opportunities rests on', () => {
  it('is the sum of its channels; one without records stands apart, as do 既存 and 営業独自', () => {
    const found = opportunityEvidenceOf(
      landing(channel({}), channel({ channelId: 'expo' }), channel({ isRecorded: false, revenue: 9 })),
      ledger,
    )
    expect(found).toEqual({
      ...{ actual: 80, won: 60, open: 40, flow: 20, unrecorded: 9, otherLines: 12 },
      ...{ count: 4, amount: 100, unpriced: 2, overdue: 2, leftOut: 0 },
      ...{ isInsufficient: false, isPerTeam: false, calibration: byCategory },
    })
  })
  it('names no probability where several teams have each their own, or too little was closed', () => {
    const both = opportunityEvidenceOf(landing(channel({}), channel({ teamId: 'b' })), ledger)
    expect([both.calibration, both.isPerTeam]).toEqual([null, true])
    const few = opportunityEvidenceOf(landing(channel({ isInsufficient: true })), ledger)
    expect([few.calibration, few.isInsufficient]).toEqual([null, true])
  })
})
