import { describe, expect, it } from 'vitest'
import type { Sheet } from '#db/exports/files'
import { USUAL_RULES } from '#lib/attribution/kept-rules'
import { summaryOf } from '#lib/attribution/summary'
import { AttributionView } from '#lib/input/attribution-view'
import { fiscalYear } from '#lib/month'
import { periodOf } from '#lib/pipeline/summary'
import { byMonth, rowOf, testLedger } from '#lib/plan-vs-actual/test-ledger'
import type { AttributionFrame } from '../../../../../../components/attribution/attribution-props'
import { attributionSheets } from './sheets'

const WEB = '00000000-0000-4000-8000-000000000001'
const EXPO = '00000000-0000-4000-8000-000000000002'
const DIRECT = '00000000-0000-4000-8000-000000000003'
/** 直接 has more than the exhibition; it is no channel of marketing. */
const channels = [
  { id: WEB, name: 'Web', colour: 1, isMarketing: true },
  { id: DIRECT, name: '直接', colour: 2, isMarketing: false },
  { id: EXPO, name: '展示会', colour: 3, isMarketing: true },
]
const credit = (channelId: string | null, amount: number) => ({
  ...({
    teamId: 'team',
    basis: 'won',
    month: '2026-05',
    isNew: true,
    channelId,
    campaignId: null,
    model: 'w',
  } as const),
  ...{ amount, dealParts: 1_000_000 },
})
const rows = [credit(WEB, 600_000), credit(DIRECT, 300_000), credit(EXPO, 100_000)]
const months = [0, 1, 2, 3, 4, 5]
const choice = {
  ...({ model: 'w', customers: 'new', from: '2026-04', to: '2026-09', effort: 'period', gain: 'revenue' } as const),
}
const summary = summaryOf(
  {
    ...{ shown: rows, current: rows, campaigns: [], markov: null },
    booked: [{ month: '2026-05', isNew: true, amount: 1_000_000, count: 3 }],
  },
  {
    ledger: testLedger({ rows: [rowOf({ metric: 'cost', channelId: WEB, actual: byMonth(50_000) })] }),
    ...{ months, channels, margins: { organisation: null, channels: {} } },
  },
  choice,
)
const frame: AttributionFrame = {
  ...{ path: '/t/2026/attribution', view: AttributionView.parse({}), model: 'w', defaultModel: 'w', effort: 'period' },
  ...{ period: periodOf('year'), year: fiscalYear(2026, 4), today: '2026-10-05', campaigns: [], channels },
  inView: { months, from: '2026-04', to: '2026-09', isRunning: false },
  style: { locale: 'ja', unit: 'thousand', currency: 'JPY', negativeStyle: 'minus' },
  ...{ rules: USUAL_RULES, usualLookback: 365, closedThrough: null, timeZone: 'Asia/Tokyo' },
}

async function linesOf(sheet: Sheet | undefined) {
  const lines = []
  for await (const page of sheet?.pages ?? []) lines.push(...page)
  return lines
}

describe('the workbook of attribution', () => {
  it('has the sum of marketing below the channels that it adds up, the others after it, as the screen does', async () => {
    const [, effects] = attributionSheets(frame, summary, (key) => key)
    const lines = await linesOf(effects)
    expect(lines.map(([name, revenue, , cost]) => [name, revenue, cost])).toEqual([
      ['Web', 600_000, 50_000],
      ['展示会', 100_000, null],
      ['effect.total', 700_000, 50_000],
      ['直接', 300_000, null],
    ])
  })

  it('holds what the screen compares, to the yen, and adds up to what is booked', async () => {
    const [comparison] = attributionSheets(frame, summary, (key) => key)
    const at = comparison?.headers.indexOf('models.w') ?? -1
    expect((await linesOf(comparison)).map((line) => [line[0], line[at]])).toEqual([
      ...[
        ['Web', 600_000],
        ['直接', 300_000],
        ['展示会', 100_000],
      ],
      ...[
        ['comparison.withTouch', 1_000_000],
        ['noTouch', 0],
        ['comparison.booked', 1_000_000],
      ],
    ])
  })
})
