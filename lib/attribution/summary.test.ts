import { describe, expect, it } from 'vitest'
import type { Month } from '#lib/month'
import { byMonth, rowOf, testLedger } from '#lib/plan-vs-actual/test-ledger'
import type { Basis, CreditRow } from './credit'
import { type Model, TOUCH_MODELS } from './models'
import { agrees } from './reconciliation'
import { type AttributionChoice, type AttributionSource, summaryOf } from './summary'

type Split = Readonly<Record<string, readonly [amount: number, dealParts: number]>>

/** A month's credits by every touch model: as the first argument says, else as `usual`. */
function credits(
  usual: Split,
  own: Partial<Record<Model, Split>> = {},
  place: { basis?: Basis; month?: Month; isNew?: boolean } = {},
): CreditRow[] {
  const { basis = 'won', month = '2026-05', isNew = true } = place
  return TOUCH_MODELS.flatMap((model) =>
    Object.entries(own[model] ?? usual).map(([channel, [amount, dealParts]]) => {
      const channelId = channel === 'none' ? null : channel
      return { teamId: 'team', basis, month, model, isNew, channelId, campaignId: null, amount, dealParts }
    }),
  )
}

// Two deals of May: 1,000,000 with touches of Web and the exhibition, 200,000 without any.
const MAY = credits(
  { web: [700_000, 700_000], expo: [300_000, 300_000], none: [200_000, 1_000_000] },
  {
    first: { web: [600_000, 600_000], expo: [400_000, 400_000], none: [200_000, 1_000_000] },
    last: { web: [1_000_000, 1_000_000], none: [200_000, 1_000_000] },
    w: { web: [650_000, 650_000], expo: [350_000, 350_000], none: [200_000, 1_000_000] },
  },
)
const BOOKED = [{ month: '2026-05', isNew: true, amount: 1_200_000, count: 2 }] as const

const source = (own: Partial<AttributionSource> = {}): AttributionSource => ({
  ...{ shown: MAY, current: MAY, campaigns: [], markov: null, booked: BOOKED },
  ...own,
})

const cost = (channelId: string, ...actual: (number | null)[]) =>
  rowOf({ metric: 'cost', channelId, plan: byMonth(1, 1, 1, 1, 1, 1), actual: byMonth(...actual) })

const ledger = testLedger({ rows: [cost('web', 50_000, 50_000, 0, 0, 0, 0), cost('expo', 0, 500_000, 0, 0, 0, null)] })

const context = {
  ledger,
  months: [0, 1, 2, 3, 4, 5],
  channels: [
    { id: 'expo', isMarketing: true },
    { id: 'web', isMarketing: true },
  ],
  margins: { organisation: null, channels: {} },
}

const choice = (own: Partial<AttributionChoice> = {}): AttributionChoice => ({
  ...{ model: 'w', customers: 'new', from: '2026-04', to: '2026-09', effort: 'period', gain: 'revenue' },
  ...own,
})

describe('reconciliation', () => {
  it('with touch + without touch is what is booked', () => {
    const { reconciliation } = summaryOf(source(), context, choice())
    expect(reconciliation).toEqual({
      booked: { amount: 1_200_000, dealParts: 2_000_000 },
      withTouch: { amount: 1_000_000, dealParts: 1_000_000 },
      without: { amount: 200_000, dealParts: 1_000_000 },
      restated: { amount: 0, dealParts: 0 },
      difference: { amount: 0, dealParts: 0 },
    })
    expect(agrees(reconciliation)).toBe(true)
  })

  it('a closed month keeps its frozen credits, and what came since is a restatement', () => {
    const frozen = credits({ web: [900_000, 1_000_000] })
    const { reconciliation, comparison, restated } = summaryOf(source({ shown: frozen }), context, choice())
    expect(reconciliation).toMatchObject({
      withTouch: { amount: 900_000 },
      without: { amount: 0 },
      restated: { amount: 300_000, dealParts: 1_000_000 },
      difference: { amount: 0, dealParts: 0 },
    })
    expect(comparison.channels[0]?.byModel.w?.amount).toBe(900_000)
    expect(restated.map(({ channelId, frozen: before, live }) => [channelId, before.amount, live.amount])).toEqual([
      ['web', 900_000, 650_000],
      ['expo', 0, 350_000],
      [null, 0, 200_000],
    ])
  })

  it('says by how much credits and books differ', () => {
    const booked = [{ ...BOOKED[0], amount: 1_250_000 }]
    const { reconciliation } = summaryOf(source({ booked }), context, choice())
    expect(reconciliation.difference).toEqual({ amount: 50_000, dealParts: 0 })
    expect(agrees(reconciliation)).toBe(false)
  })

  it('counts existing customers only where they are asked for', () => {
    const existing = credits({ web: [80_000, 1_000_000] }, {}, { isNew: false })
    const booked = [...BOOKED, { month: '2026-05', isNew: false, amount: 80_000, count: 1 } as const]
    const both = source({ shown: [...MAY, ...existing], current: [...MAY, ...existing], booked })
    const bookedOf = (customers: AttributionChoice['customers']) =>
      summaryOf(both, context, choice({ customers })).reconciliation.booked.amount
    expect([bookedOf('new'), bookedOf('existing'), bookedOf('all')]).toEqual([1_200_000, 80_000, 1_280_000])
  })
})

describe('models side by side', () => {
  it('names the least and the most of each channel, the chosen model’s largest channel first', () => {
    const { channels } = summaryOf(source(), context, choice()).comparison
    expect(channels.map(({ channelId, least, most }) => [channelId, least, most])).toEqual([
      ['web', { model: 'first', amount: 600_000 }, { model: 'last', amount: 1_000_000 }],
      ['expo', { model: 'last', amount: 0 }, { model: 'first', amount: 400_000 }],
    ])
  })

  it('has no Markov until it is computed, and takes it into the range afterwards', () => {
    const before = summaryOf(source(), context, choice()).comparison
    expect([before.channels[0]?.byModel.markov, before.withTouch.markov]).toEqual([null, null])
    const markov = [
      { channelId: 'web', amount: 550_000, dealParts: 550_000 },
      { channelId: 'expo', amount: 450_000, dealParts: 450_000 },
    ]
    const { channels, withTouch } = summaryOf(source({ markov }), context, choice()).comparison
    expect(channels.map(({ least, most }) => [least.model, most.model])).toEqual([
      ['markov', 'last'],
      ['last', 'markov'],
    ])
    expect(withTouch.markov?.amount).toBe(1_000_000)
  })

  it('marketing’s share is that of its channels in what is booked', () => {
    const onlyWeb = {
      ...context,
      channels: context.channels.map((each) => ({ ...each, isMarketing: each.id === 'web' })),
    }
    expect(summaryOf(source(), onlyWeb, choice()).marketing).toMatchObject({
      amount: 650_000,
      share: 650_000 / 1_200_000,
    })
    // Web alone: (650,000 − 100,000) ÷ 100,000. What others are credited with stands below, outside of the sum.
    const { effects, total } = summaryOf(source(), onlyWeb, choice())
    expect([total.credited.amount, total.cost.amount, total.roi]).toEqual([650_000, 100_000, 5.5])
    expect(effects.map(({ channelId }) => channelId)).toEqual(['web', 'expo'])
    const none = source({ shown: [], current: [], booked: [] })
    expect(summaryOf(none, onlyWeb, choice()).marketing.share).toBeNull()
  })
})

describe('cost-effectiveness', () => {
  it('sets the chosen model’s revenue against the same months’ cost, with the range over the models', () => {
    const [web, expo] = summaryOf(source(), context, choice()).effects
    // 650,000 ÷ 100,000; (650,000 − 100,000) ÷ 100,000; 100,000 ÷ 0.65 deals; first 600,000, last 1,000,000.
    expect(web).toMatchObject({ roas: 6.5, roi: 5.5, roiRange: [5, 9], cost: { amount: 100_000, missing: [] } })
    expect(web?.costPerWon).toBeCloseTo(153_846.15, 1)
    expect(expo).toMatchObject({ roas: 0.7, roi: -0.3, roiRange: [-1, -0.2] })
  })

  it('marks months whose cost is awaited, and divides by nothing where nothing is entered', () => {
    const { effects, total } = summaryOf(source(), context, choice())
    expect(effects[1]?.cost).toEqual({ amount: 500_000, missing: [5] })
    expect(total.cost).toEqual({ amount: 600_000, missing: [5] })
    const unentered = { ...context, ledger: testLedger({}) }
    expect(summaryOf(source(), unentered, choice()).total).toMatchObject({
      ...{ cost: { amount: null, missing: [] }, roas: null, roi: null, costPerWon: null },
    })
  })

  it('totals are ratios of sums: (1,000,000 − 600,000) ÷ 600,000, and a customer costs 300,000', () => {
    const { total, newCustomers, cac } = summaryOf(source(), context, choice())
    expect(total.roi).toBeCloseTo(2 / 3)
    expect([newCustomers, cac]).toEqual([2, 300_000])
    expect(summaryOf(source(), context, choice({ customers: 'existing' })).cac).toBeNull()
  })

  it('by gross profit: Web’s own margin of 50 %, the exhibition by the organisation’s 40 %', () => {
    const margins = { organisation: 4_000, channels: { web: 5_000 } }
    const { effects, total } = summaryOf(source(), { ...context, margins }, choice({ gain: 'gross' }))
    expect(effects.map(({ gain, roi }) => [gain, roi])).toEqual([
      [325_000, 2.25],
      [140_000, -0.72],
    ])
    expect([total.gain, total.roas]).toEqual([465_000, 1_000_000 / 600_000])
    expect(summaryOf(source(), context, choice({ gain: 'gross' })).total.gain).toBeNull()
  })

  it('of the cohort takes the revenue of the months’ leads, whenever it was won', () => {
    const cohort = credits(
      { web: [400_000, 500_000], expo: [600_000, 500_000] },
      {},
      { basis: 'cohort', month: '2026-04' },
    )
    const current = [...MAY, ...cohort]
    const { effects, newCustomers, comparison } = summaryOf(source({ current }), context, choice({ effort: 'cohort' }))
    expect(effects.map(({ channelId, credited }) => [channelId, credited.amount])).toEqual([
      ['expo', 600_000],
      ['web', 400_000],
    ])
    expect(newCustomers).toBe(1)
    expect(comparison.channels[0]?.byModel.w?.amount).toBe(650_000)
  })

  it('of the cohort is unripe in all while the leads of a marketing channel have not had their time', () => {
    // Leads of May are won four months later: none yet in August (4), all of them in September (5).
    const run = { ...{ teamId: 'team', channelId: 'web', stages: ['lead', 'won'], rates: ['0.1'] }, lags: ['4'] }
    const leads = rowOf({ channelId: 'web', metric: 'lead', actual: byMonth(0, 100, 0, 0, 0, 0) })
    const unripeAt = (finishedThrough: number, effort: AttributionChoice['effort']) => {
      const standing = { finishedThrough, runs: [{ ...run, dealSize: 1, before: {} }] }
      const young = testLedger({ rows: [...ledger.rows, leads], ...standing })
      const cohort = credits({ web: [400_000, 500_000] }, {}, { basis: 'cohort' })
      const of = { ...context, ledger: young, months: [1] }
      return summaryOf(source({ current: [...MAY, ...cohort] }), of, choice({ effort })).isTotalUnripe
    }
    expect([unripeAt(4, 'cohort'), unripeAt(5, 'cohort'), unripeAt(4, 'period')]).toEqual([true, false, false])
  })

  it('a channel that only cost stands in the table with a loss of all of it', () => {
    const only = { ...context, ledger: testLedger({ rows: [cost('mail', 10_000, 0, 0, 0, 0, 0)] }) }
    const { effects } = summaryOf(source(), only, choice())
    expect(effects.map(({ channelId, roi }) => [channelId, roi])).toEqual([
      ['web', null],
      ['expo', null],
      ['mail', -1],
    ])
  })
})

describe('what else the channels are credited with', () => {
  it('pipeline: created in the months, and what of it is open', () => {
    const created = credits({ web: [5_000, 2_000_000] }, {}, { basis: 'created' })
    const open = credits({ web: [3_000, 1_000_000] }, {}, { basis: 'open' })
    expect(summaryOf(source({ current: [...MAY, ...created, ...open] }), context, choice()).pipeline).toEqual({
      web: { created: { amount: 5_000, dealParts: 2_000_000 }, open: { amount: 3_000, dealParts: 1_000_000 } },
    })
  })

  it('campaigns: the largest first, with the cost that was entered by campaign', () => {
    const of = (campaignId: string | null, amount: number): CreditRow => ({
      ...{ teamId: 'team', basis: 'won', month: '2026-05', model: 'w', isNew: true, channelId: 'expo', campaignId },
      ...{ amount, dealParts: 500_000 },
    })
    const campaignRows = [{ ...cost('expo', 0, 200_000, 0, 0, 0, 0), campaignId: 'fair' }]
    const { campaigns } = summaryOf(
      source({ campaigns: [of('seminar', 100_000), of('fair', 250_000), of(null, 9)] }),
      { ...context, ledger: testLedger({ campaignRows }) },
      choice(),
    )
    expect(campaigns.map(({ campaignId, credited, roi }) => [campaignId, credited.amount, roi])).toEqual([
      ['fair', 250_000, 0.25],
      ['seminar', 100_000, null],
    ])
  })
})
