import { describe, expect, it } from 'vitest'
import { byMonth, rowOf, testLedger } from '#lib/plan-vs-actual/test-ledger'
import { depthOf, openIds } from './open-rows'
import { tableRows } from './table-rows'

const lead = rowOf({ plan: byMonth(10), actual: byMonth(12) })
const ledger = testLedger({
  rows: [lead],
  campaigns: [
    {
      ...{
        id: 'fair',
        teamId: 'team',
        channelId: 'web',
        name: '春の企画',
        startsOn: '2026-04-10',
        endsOn: '2026-04-12',
      },
      ...{ budget: null, plannedEntries: 10 },
    },
  ],
  campaignRows: [{ ...lead, campaignId: 'fair' }],
})
const rows = tableRows({ ledger, mode: 'monthly', locale: 'ja', t: (key) => key })

describe('how deep the table is open', () => {
  it('down to the channels, or down to the campaigns', () => {
    expect(openIds(['channels'], rows)).toEqual(['lead'])
    expect(openIds(['campaigns'], rows)).toEqual(['lead', 'lead.web'])
    expect(rows[0]?.parts[0]?.parts.map((row) => row.name)).toEqual(['春の企画'])
  })
  it('or row by row', () => {
    expect(openIds(['lead'], rows)).toEqual(['lead'])
    expect([depthOf([]), depthOf(['channels']), depthOf(['lead'])]).toEqual(['metrics', 'channels', null])
  })
})
