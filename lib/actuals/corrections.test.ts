import { describe, expect, it } from 'vitest'
import type { Restatement } from '#lib/monthly-actual'
import { correctionsByCell } from './corrections'

const restatement = (
  before: number | null,
  after: number | null,
  month: Restatement['month'] = '2026-05',
): Restatement => ({
  teamId: 'team',
  month,
  line: 'channel',
  channelId: 'web',
  campaignId: null,
  metric: 'lead',
  before,
  after,
  reason: { text: '名刺4枚の登録もれ' },
  by: '佐藤 健',
  at: '2026-10-02T01:00:00.000Z',
})

describe('corrections of closed cells', () => {
  it('go from the figure at the close to the one of today, over all steps', () => {
    const found = correctionsByCell([restatement(121, 124), restatement(null, 3, '2026-06'), restatement(124, 125)])
    expect(found.get('2026-05 channel web lead')).toMatchObject({ before: 121, after: 125 })
    expect(found.get('2026-05 channel web lead')?.steps).toHaveLength(2)
    expect(found.get('2026-06 channel web lead')).toMatchObject({ before: null, after: 3 })
  })
})
