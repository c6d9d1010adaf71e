import { type Ledger, MONTHS } from '#lib/plan-vs-actual/ledger'
import { attainment } from '#lib/ratio'
import type { ForecastCategory } from '#lib/records/opportunity'
import { actualsOf, rowsOfRun } from './actuals'
import type { ChannelLanding } from './channel-landing'
import { flowsOf, passedOn } from './flows'
import { LANDING_CASES, landingOf } from './landing'
import { ENOUGH } from './observed'
import type { RecordedChannel } from './recorded'
import type { Run } from './run'

/** Where a channel's revenue comes from, for the year. Unrounded, in the currency's minor unit. */
export type LandingParts = {
  /** Actual revenue of months to the boundary. */
  readonly actual: number
  /** Recorded as won after the boundary, or in a month to it whose revenue is blank. */
  readonly won: number
  /** Σ open amount × probability of those expected to close in the year. */
  readonly open: number
  /** What the stages before the opportunity still bring, at plan rates. */
  readonly flow: number
}

export type ChannelOpportunityLanding = LandingParts & {
  readonly teamId: string
  readonly channelId: string
  readonly revenueByMonth: readonly number[]
  readonly revenue: number
  /** Open ones expected in the year; `overdue` of them should have closed before, `leftOut` have no probability at all. */
  readonly opportunities: { readonly count: number; readonly amount: number; readonly unpriced: number }
  readonly overdue: number
  readonly leftOut: number
  /** Too little was closed to calibrate ヨミ: the planned rate from opportunity to won is used. */
  readonly isInsufficient: boolean
  /** False: nothing is recorded of this channel, so that it lands at plan rates. */
  readonly isRecorded: boolean
}

/** 着地見込（商談ベース）: the third way to land (DOMAIN §5). Unrounded amounts. */
export type OpportunityLanding = {
  readonly byMonth: readonly number[]
  readonly total: number
  readonly goal: number | null
  readonly attainment: number | null
  readonly existing: number
  readonly salesSourced: number
  readonly marketing: number
  readonly channels: readonly ChannelOpportunityLanding[]
}

/**
 * Where the year lands by what is recorded (DOMAIN §5): per channel actual to the boundary + won since + Σ open amount ×
 * calibrated probability of those expected in the year + plan-rate flow of what is not yet an opportunity. The lines
 * 既存 and 営業独自 land as in the other columns. Null where no opportunity of a channel is recorded.
 */
export function opportunityLandingOf(ledger: Ledger): OpportunityLanding | null {
  const recorded = ledger.opportunities?.channels ?? []
  if (recorded.length === 0) return null
  const plan = landingOf(ledger, LANDING_CASES.plan)
  const channels = [
    ...plan.channels.map((channel) => {
      const own = recorded.find((each) => isSame(each, channel))
      return own ? channelFrom(ledger, own) : atPlanRates(ledger, channel)
    }),
    ...recorded
      .filter((own) => !plan.channels.some((channel) => isSame(channel, own)))
      .map((own) => channelFrom(ledger, own)),
  ]
  const byMonth = MONTHS.map(
    (month) =>
      (plan.existingByMonth[month] ?? 0) +
      (plan.salesSourcedByMonth[month] ?? 0) +
      sum(channels.map(({ revenueByMonth }) => revenueByMonth[month] ?? 0)),
  )
  const { goal, existing, salesSourced } = plan
  const total = sum(byMonth)
  return {
    ...{ byMonth, total, goal, attainment: attainment(total, goal), existing, salesSourced },
    ...{ marketing: sum(channels.map(({ revenue }) => revenue)), channels },
  }
}

type Place = { readonly teamId: string; readonly channelId: string }

const isSame = (one: Place, other: Place) => one.teamId === other.teamId && one.channelId === other.channelId
const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0)

/** A channel without records: what of it is forecast is flow, for nothing is known to be an opportunity already. */
function atPlanRates(ledger: Ledger, channel: ChannelLanding): ChannelOpportunityLanding {
  const { teamId, channelId, revenueByMonth, revenue } = channel
  const actual = sum(actualOf(ledger, channel).map((value) => value ?? 0))
  return {
    ...{ teamId, channelId, revenueByMonth, revenue, actual, won: 0, open: 0, flow: revenue - actual },
    opportunities: { count: 0, amount: 0, unpriced: 0 },
    ...{ overdue: 0, leftOut: 0, isInsufficient: false, isRecorded: false },
  }
}

/** Actual revenue of the months to the boundary; null: blank, or later. */
function actualOf(ledger: Ledger, channel: Place): (number | null)[] {
  const entered = rowsOfRun(ledger, channel).get('revenue')?.actual ?? []
  return MONTHS.map((month) => (month <= ledger.actualsThrough ? (entered[month] ?? null) : null))
}

function channelFrom(ledger: Ledger, recorded: RecordedChannel): ChannelOpportunityLanding {
  const { teamId, channelId } = recorded
  const run = ledger.runs.find((each) => each.teamId === teamId && each.channelId === channelId)
  const actual = actualOf(ledger, recorded)
  const won = MONTHS.map((month) => (actual[month] === null ? (recorded.won[month] ?? 0) : 0))
  const { byMonth: open, ...expected } = expectedOf(ledger, recorded, run)
  const flow = run ? yetToWin(ledger, run, recorded).map((count) => count * run.dealSize) : []
  const revenueByMonth = MONTHS.map(
    (month) => (actual[month] ?? 0) + (won[month] ?? 0) + (open[month] ?? 0) + (flow[month] ?? 0),
  )
  return {
    ...{ teamId, channelId, revenueByMonth, revenue: sum(revenueByMonth) },
    ...{ actual: sum(actual.map((value) => value ?? 0)), won: sum(won), open: sum(open), flow: sum(flow) },
    ...{ ...expected, isRecorded: true },
  }
}

/** The first month of the year that is not over: no open opportunity closes before it. 12: the year is over. */
const firstAhead = ({ finishedThrough }: Ledger) => finishedThrough + 1

/** What the open opportunities are worth, by the month in which they close: an overdue one in the running month. */
function expectedOf(ledger: Ledger, { teamId, open }: RecordedChannel, run: Run | undefined) {
  const first = firstAhead(ledger)
  const lots = first > 11 ? [] : open
  const { probabilityOf, isInsufficient } = probabilitiesOf(ledger, teamId, run)
  const byMonth = MONTHS.map((month) =>
    sum(
      lots
        .filter((lot) => Math.max(lot.month, first) === month)
        .map(({ amount, category }) => amount * (probabilityOf(category) ?? 0)),
    ),
  )
  const total = (of: 'count' | 'amount' | 'unpriced', all = lots) => sum(all.map((lot) => lot[of]))
  return {
    byMonth,
    opportunities: { count: total('count'), amount: total('amount'), unpriced: total('unpriced') },
    overdue: total(
      'count',
      lots.filter(({ month }) => month < first),
    ),
    leftOut: total(
      'count',
      lots.filter(({ category }) => probabilityOf(category) === null),
    ),
    isInsufficient: isInsufficient && lots.length > 0,
  }
}

/**
 * The probability of an open opportunity: that of its ヨミ, calibrated by the team's own history; with fewer than 20
 * closed the plan's rate from opportunity to won, and without a plan none.
 */
function probabilitiesOf(ledger: Ledger, teamId: string, run: Run | undefined) {
  const own = ledger.opportunities?.calibrations.find((each) => each.teamId === teamId)
  const isInsufficient = own === undefined || own.closed < ENOUGH
  const planned = run ? run.rates.slice(firstSold(ledger, run)).reduce((all, rate) => all * Number(rate), 1) : null
  const probabilityOf = (category: ForecastCategory | null): number | null =>
    isInsufficient ? planned : (own.byCategory.find((each) => each.category === category)?.probability ?? null)
  return { isInsufficient, probabilityOf }
}

/** Index of a run's first stage that records of opportunities speak of: the opportunity, or won where it enters later. */
function firstSold({ stages }: Ledger, run: Run): number {
  const order = stages.map(({ key }) => key)
  return run.stages.findIndex((stage) => order.indexOf(stage) >= order.indexOf('opportunity'))
}

/**
 * Wins of opportunities that are still to come, by month: the flow down to the opportunity at plan rates, of months that
 * are not over and without what was created in them already; from there on at plan rates. Earlier opportunities, open,
 * won or lost, are in the records.
 */
function yetToWin(ledger: Ledger, run: Run, { created }: RecordedChannel): readonly number[] {
  const rows = rowsOfRun(ledger, run)
  const rates = run.rates.map(Number)
  const sold = firstSold(ledger, run)
  const reached = flowsOf(run, rows, actualsOf(run, rows, ledger.actualsThrough), { rates, pace: 1 })[sold] ?? []
  const first = firstAhead(ledger)
  let flow = MONTHS.map((month) => (month < first ? 0 : Math.max(0, (reached[month] ?? 0) - (created[month] ?? 0))))
  for (const [i, rate] of rates.slice(sold).entries()) {
    const units = flow
    flow = passedOn(run, sold + i, rate, (month) => units[month] ?? 0)
  }
  return flow
}
