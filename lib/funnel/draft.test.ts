import { describe, expect, it } from 'vitest'
import type { ChannelDraft, PlanDraft } from '#lib/input/plan-draft'
import { faultsOf, scenarioOf } from './draft'
import { planFigures } from './plan'
import { shareRemainder, shareWithRest } from './shares'
import { DEFAULT_STAGES } from './stages'

const rates: Record<string, string> = { lead: '0.009', mql: '0.3', opportunity: '0.4', won: '0.25' }
const web: ChannelDraft = {
  channelId: '01900000-0000-7000-8000-000000000001',
  share: '1',
  entry: 'visit',
  transitions: Object.entries(rates).map(([to, rate]) => ({ to, rate, lag: '0' })),
  dealSize: 3_000_000,
  unitCostStage: null,
  unitCost: null,
  fixedCostPerMonth: null,
  scheduled: false,
  entryUplift: null,
  note: null,
}
const sound: PlanDraft = {
  revenueGoal: 120_000_000,
  existing: 0,
  salesSourced: 0,
  spread: { kind: 'weights', values: Array<string>(12).fill('1') },
  nextYearGrowth: '0',
  rounding: 'stage',
  channels: [web],
  salesPeople: null,
  opportunitiesPerPerson: null,
}
const withWeb = (odd: Partial<ChannelDraft>): PlanDraft => ({ ...sound, channels: [{ ...web, ...odd }] })
const withLead = (odd: Partial<ChannelDraft['transitions'][number]>): PlanDraft =>
  withWeb({ transitions: web.transitions.map((own) => (own.to === 'lead' ? { ...own, ...odd } : own)) })
const withMonth = (month: number, value: string | null): PlanDraft => ({
  ...sound,
  spread: { kind: 'weights', values: sound.spread.values.map((own, i) => (i === month ? value : own)) },
})
const amounts = (values: (string | null)[]): PlanDraft => ({ ...sound, spread: { kind: 'amounts', values } })
const tenMillions = Array<string>(12).fill('10000000')

it('a sound draft has no fault, and its tree', () => {
  expect(faultsOf(sound, DEFAULT_STAGES)).toEqual([])
  expect(faultsOf(amounts(tenMillions), DEFAULT_STAGES)).toEqual([])
  expect(planFigures(scenarioOf(sound, DEFAULT_STAGES)).channels[0]?.funnel?.annual).toEqual([
    148223, 1334, 400, 160, 40,
  ])
})

describe('a scheduled channel', () => {
  const calendars = new Map([[web.channelId, { entries: Array<number>(12).fill(5), budgets: null }]])
  const monthly = (draft: PlanDraft, own = calendars) =>
    planFigures(scenarioOf(draft, DEFAULT_STAGES, null, own)).channels[0]?.funnel?.monthly.visit

  it('takes its calendar, and plans nothing without one', () => {
    expect(monthly(withWeb({ scheduled: true }))).toEqual(Array<number>(12).fill(5))
    expect(monthly(withWeb({ scheduled: true }), new Map())).toEqual(Array<number>(12).fill(0))
  })

  it('no longer scheduled goes by demand again, whatever its calendar', () => {
    expect(monthly(sound)).toEqual(monthly(sound, new Map()))
  })
})

describe('one sentence at the field concerned', () => {
  it.each<[string, string, PlanDraft]>([
    ['revenueGoal', 'plan.goalMissing', { ...sound, revenueGoal: null }],
    ['revenueGoal', 'plan.goalNotPositive', { ...sound, revenueGoal: 0, channels: [] }],
    ['revenueGoal', 'plan.goalBelowParts', { ...sound, existing: 100_000_000, salesSourced: 20_000_001 }],
    ['existing', 'plan.amountMissing', { ...sound, existing: null }],
    ['salesSourced', 'plan.amountNegative', { ...sound, salesSourced: -1 }],
    ['spread.3', 'plan.monthMissing', withMonth(3, null)],
    ['spread.0', 'plan.monthNegative', withMonth(0, '-1')],
    ['spread', 'plan.weightsAllZero', { ...sound, spread: { kind: 'weights', values: Array<string>(12).fill('0') } }],
    ['spread', 'plan.amountsBelow', amounts(['9999999', ...tenMillions.slice(1)])],
    ['spread', 'plan.amountsAbove', amounts(['10000001', ...tenMillions.slice(1)])],
    ['nextYearGrowth', 'plan.growthMissing', { ...sound, nextYearGrowth: null }],
    ['nextYearGrowth', 'plan.growthTooLow', { ...sound, nextYearGrowth: '-1' }],
    ['salesPeople', 'plan.capacityNegative', { ...sound, salesPeople: -1 }],
    ['opportunitiesPerPerson', 'plan.capacityNegative', { ...sound, opportunitiesPerPerson: '-0.5' }],
    ['channels.0.entryUplift', 'plan.upliftNegative', withWeb({ entryUplift: '-0.01' })],
    ['channels', 'plan.channelsMissing', { ...sound, channels: [] }],
    ['shares', 'plan.sharesBelow', withWeb({ share: '0.999999' })],
    ['channels.0.share', 'plan.shareMissing', withWeb({ share: null })],
    ['channels.0.entry', 'plan.entryUnknown', withWeb({ entry: 'sql' })],
    ['channels.0.dealSize', 'plan.dealSizeMissing', withWeb({ dealSize: null })],
    ['channels.0.dealSize', 'plan.dealSizeNotPositive', withWeb({ dealSize: 0 })],
    ['channels.0.lead.rate', 'plan.rateMissing', withLead({ rate: null })],
    ['channels.0.lead.rate', 'plan.rateNotPositive', withLead({ rate: '0.0' })],
    ['channels.0.lead.rate', 'plan.rateAboveWhole', withLead({ rate: '1.001' })],
    ['channels.0.lead.rate', 'plan.rateTooFine', withLead({ rate: '0.0000001' })],
    ['channels.0.lead.lag', 'plan.lagMissing', withLead({ lag: null })],
    ['channels.0.lead.lag', 'plan.lagOutOfRange', withLead({ lag: '61' })],
    ['channels.0.lead.lag', 'plan.curveNotWhole', withLead({ lag: ['0.5', '0.4'] })],
    ['channels.0.unitCost', 'plan.amountNegative', withWeb({ unitCost: -1, unitCostStage: 'lead' })],
    ['channels.0.unitCostStage', 'plan.unitCostStageUnknown', withWeb({ unitCost: 1, unitCostStage: null })],
    ['channels.0.fixedCostPerMonth', 'plan.amountNegative', withWeb({ fixedCostPerMonth: -1 })],
  ])('%s: %s', (field, message, draft) => {
    expect(faultsOf(draft, DEFAULT_STAGES).map((found) => [found.field, found.message])).toEqual([[field, message]])
  })

  it('says how much is left to give, exactly', () => {
    const channels = ['0.1', '0.2'].map((share) => ({ ...web, share }))
    expect(faultsOf({ ...sound, channels }, DEFAULT_STAGES)[0]).toMatchObject({
      field: 'shares',
      values: { percent: 70 },
    })
  })

  it('looks only at the transitions from the entry on', () => {
    expect(
      faultsOf(withWeb({ entry: 'opportunity', transitions: [{ to: 'won', rate: '0.25', lag: '0' }] }), DEFAULT_STAGES),
    ).toEqual([])
  })

  it('asks no channels of the root team beside other teams', () => {
    expect(faultsOf({ ...sound, channels: [] }, DEFAULT_STAGES, { goalsOnly: true })).toEqual([])
  })
})

describe('the scenario of an odd draft', () => {
  it('takes a missing amount for 0 and gives a faulty channel no funnel', () => {
    const figures = planFigures(scenarioOf({ ...withLead({ rate: null }), existing: null }, DEFAULT_STAGES))
    expect(figures.marketingGoal).toBe(120_000_000)
    expect(figures.channels[0]).toMatchObject({ revenue: 120_000_000, funnel: null })
  })

  it('spreads evenly while all weights are 0', () => {
    const draft: PlanDraft = { ...sound, spread: { kind: 'weights', values: Array<string>(12).fill('0') } }
    expect(planFigures(scenarioOf(draft, DEFAULT_STAGES)).goalByMonth).toEqual(Array<number>(12).fill(10_000_000))
  })

  it('wants nothing next year of a channel that next year’s plan leaves out', () => {
    const nextYear = planFigures(scenarioOf({ ...sound, channels: [] }, DEFAULT_STAGES))
    const lagged = withWeb({ transitions: web.transitions.map((own) => ({ ...own, lag: '1' })) })
    const [channel] = planFigures(scenarioOf(lagged, DEFAULT_STAGES, nextYear)).channels
    expect(channel?.funnel?.monthly.visit?.slice(8)).toEqual([0, 0, 0, 0])
  })
})

describe('the rest of the shares', () => {
  const shares = (...own: (string | null)[]) => own.map((share) => ({ share }))
  const rest = (...own: (string | null)[]) => shareRemainder(shares(...own))

  it('goes to the channel that takes it, exactly', () => {
    expect(shareWithRest(rest('0.333333', '0.25'), '0.25')).toBe('0.666667')
    expect(shareWithRest(rest('0.5', null), null)).toBe('0.5')
    expect(shareWithRest(rest('0.7', '0.4'), '0.7')).toBe('0.6')
  })

  it('is nothing at 100 %, nor where a channel has less than is too much', () => {
    expect(shareWithRest(rest('0.6', '0.4'), '0.6')).toBeNull()
    expect(shareWithRest(rest('1.2', '0.1'), '0.1')).toBeNull()
  })
})
