import { describe, expect, it } from 'vitest'
import { USUAL_RULES } from '#lib/attribution/kept-rules'
import { TOUCH_MODELS } from '#lib/attribution/models'
import { type AttributionChoice, summaryOf } from '#lib/attribution/summary'
import messages from '#lib/i18n/ja/attribution.json'
import { AttributionView } from '#lib/input/attribution-view'
import { fiscalYear } from '#lib/month'
import { periodOf } from '#lib/pipeline/summary'
import { byMonth, rowOf, testLedger } from '#lib/plan-vs-actual/test-ledger'
import type { AttributionFrame } from './attribution-props'
import { comparisonText } from './comparison-text'
import { evidenceOf } from './evidence'
import type { Words } from './words'

/** The Japanese words, without a translator. */
const t: Words = (key, values = {}) => {
  const text = key.split('.').reduce<unknown>((found, part) => Object(found)[part], messages)
  return String(text).replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''))
}

const WEB = '00000000-0000-4000-8000-000000000001'
const ledger = testLedger({ rows: [rowOf({ metric: 'cost', channelId: WEB, actual: byMonth(100_000) })] })
const channels = [{ id: WEB, name: 'Web', colour: 1, isMarketing: true }]
const rows = [...TOUCH_MODELS].flatMap((model) =>
  [WEB, null].map((channelId) => ({
    ...({ teamId: 'team', basis: 'won', month: '2026-05', isNew: true, channelId, campaignId: null, model } as const),
    ...{ amount: channelId === null ? 250_000 : 750_000, dealParts: 1_000_000 },
  })),
)
const choice: AttributionChoice = {
  ...{ model: 'w', customers: 'new', from: '2026-04', to: '2026-09', effort: 'period', gain: 'revenue' },
}
const booked = [{ month: '2026-05', isNew: true, amount: 1_000_000, count: 2 }] as const
const summary = summaryOf(
  { shown: rows, current: rows, campaigns: [], markov: null, booked },
  { ledger, months: [0, 1, 2, 3, 4, 5], channels, margins: { organisation: null, channels: {} } },
  choice,
)
const frame: AttributionFrame = {
  ...{ path: '/t/2026/attribution', view: AttributionView.parse({}), model: 'w', defaultModel: 'w', effort: 'period' },
  ...{ period: periodOf('year'), year: fiscalYear(2026, 4), today: '2026-10-05', campaigns: [], channels },
  inView: { months: [0, 1, 2, 3, 4, 5], from: '2026-04', to: '2026-09', isRunning: false },
  style: { locale: 'ja', unit: 'thousand', currency: 'JPY', negativeStyle: 'minus' },
  ...{ rules: USUAL_RULES, usualLookback: 365, closedThrough: null, timeZone: 'Asia/Tokyo' },
}

const lines = (at: string) =>
  evidenceOf(at, { frame, summary, t })?.lines.map(({ label, value }) => `${label} ${value}`)

describe('what a figure rests on', () => {
  it('of a credit: the model with its weights, the whole amount, deals, share, period and source', () => {
    const evidence = evidenceOf(`cell|w|${WEB}`, { frame, summary, t })
    expect(evidence?.formula).toBe('Web W字 30-30-30-10')
    expect(lines(`cell|w|${WEB}`)).toEqual([
      ...['金額 750,000円', '件数 1', '受注売上に占める割合 75.0%', '期間 2026年4月–2026年9月', '対象 新規'],
      'もとの記録 受注した商談と、受注前365日の接点',
    ])
    expect(evidence?.href).toBe(`/t/2026/attribution?channel=${WEB}#deals`)
  })

  it('of ROI: its formula, revenue and cost to the yen', () => {
    expect(evidenceOf(`effect|roi|${WEB}`, { frame, summary, t })?.formula).toBe('Web ROI =（基準 − 費用）÷ 費用')
    expect(lines(`effect|roi|${WEB}`)?.slice(0, 3)).toEqual(['売上 750,000円', '費用 100,000円', 'ROI +650%'])
  })

  it('of the reconciliation: each of its parts', () => {
    expect(['booked', 'withTouch', 'without'].map((at) => lines(at)?.[0])).toEqual([
      ...['金額 1,000,000円', '金額 750,000円', '金額 250,000円'],
    ])
  })

  it('that is no longer there is nothing', () => {
    expect([evidenceOf('cell|w|gone', { frame, summary, t }), evidenceOf('nonsense', { frame, summary, t })]).toEqual([
      ...[null, null],
    ])
  })
})

describe('the comparison as text', () => {
  it('has whole amounts, a line for each channel, and what is booked last; models without figures are left out', () => {
    const { text, lines: count } = comparisonText(frame, summary, t)
    const table = text.split('\n').map((line) => line.split('\t'))
    expect(count).toBe(5)
    expect(table[0]?.slice(0, 3)).toEqual(['チャネル', '最初', '最後'])
    expect(table[0]).not.toContain('マルコフ')
    expect(table.slice(1).map(([name, first]) => [name, first])).toEqual([
      ['Web', '750000'],
      ['接点あり 計', '750000'],
      ['接点なし', '250000'],
      ['受注売上', '1000000'],
    ])
  })
})
