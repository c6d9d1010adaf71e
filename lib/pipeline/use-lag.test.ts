import { describe, expect, it } from 'vitest'
import { PlanDraft } from '#lib/input/plan-draft'
import { measuredLags } from './channel-lags'
import { withMeasuredLag } from './use-lag'

const WEB = '00000000-0000-7000-8000-000000000001'
const DRAFT = PlanDraft.parse({
  ...{ revenueGoal: 100, existing: 0, salesSourced: 0, nextYearGrowth: '0', rounding: 'stage' },
  spread: { kind: 'weights', values: Array(12).fill('1') },
  channels: [
    {
      ...{ channelId: WEB, share: '1', entry: 'lead', dealSize: 10 },
      ...{ unitCostStage: null, unitCost: null, fixedCostPerMonth: null },
      transitions: [
        { to: 'mql', rate: '0.3', lag: '1' },
        { to: 'won', rate: '0.2', lag: '2' },
      ],
    },
  ],
})

describe('a measured lag', () => {
  it('takes the place of the assumed one, and of nothing else', () => {
    const changed = withMeasuredLag(DRAFT, { channelId: WEB, to: 'mql', shares: ['0.4000', '0.6000'] })
    expect(changed?.channels[0]?.transitions).toEqual([
      { to: 'mql', rate: '0.3', lag: ['0.4000', '0.6000'] },
      { to: 'won', rate: '0.2', lag: '2' },
    ])
    expect({ ...changed, channels: [] }).toEqual({ ...DRAFT, channels: [] })
  })

  it('stands where none was assumed yet, without a rate', () => {
    const changed = withMeasuredLag(DRAFT, { channelId: WEB, to: 'opportunity', shares: ['1.0000'] })
    expect(changed?.channels[0]?.transitions.at(-1)).toEqual({ to: 'opportunity', rate: null, lag: ['1.0000'] })
  })

  it('cannot go into a plan without the channel', () => {
    expect(withMeasuredLag(DRAFT, { channelId: 'another', to: 'mql', shares: ['1.0000'] })).toBeNull()
  })

  it('is measured per channel and transition; what nobody went through has none', () => {
    const journeys = [
      { channelId: WEB, count: 2, reached: { lead: '2026-08', mql: '2026-09' } },
      { channelId: 'expo', count: 9, reached: { lead: '2026-08' } },
    ] as const
    const lags = measuredLags(journeys, ['expo', WEB], ['lead', 'mql', 'won'], '2026-09')
    expect(lags.map(({ channelId, curve }) => [channelId, curve.from, curve.to, curve.shares])).toEqual([
      [WEB, 'lead', 'mql', ['0.0000', '1.0000']],
    ])
  })
})
