import { type Ledger, MONTHS } from '#lib/plan-vs-actual/ledger'
import { revenueRows } from '#lib/plan-vs-actual/sections'
import { attainment, sumOf } from '#lib/ratio'
import {
  type ChannelLanding,
  channelLanding,
  type EstimatedCell,
  estimatedCells,
  type LandingCase,
  unplannedLanding,
} from './channel-landing'
import { estimatedInLine, lineLanding } from './line-landing'

/** 着地見込 of a year: actuals to the boundary, forecast after it. Unrounded amounts in the currency's minor unit. */
export type Landing = {
  /** All three lines together, by month and for the year. */
  readonly byMonth: readonly number[]
  readonly total: number
  /** The KGI, and 見込達成率 = total ÷ KGI. Null without a plan. */
  readonly goal: number | null
  readonly attainment: number | null
  readonly existingByMonth: readonly number[]
  readonly existing: number
  readonly salesSourcedByMonth: readonly number[]
  readonly salesSourced: number
  /** マーケ起点: the channels together. What no team has taken (未配分) lands on nothing. */
  readonly marketingByMonth: readonly number[]
  readonly marketing: number
  readonly channels: readonly ChannelLanding[]
  /** Blank cells of months to the boundary that were forecast. */
  readonly estimated: readonly EstimatedCell[]
}

/** The three cases that are shown: 計画率, 実績率 (the headline) and 実績率・実績ペース. */
export const LANDING_CASES = {
  plan: { rates: 'plan', pace: 'plan' },
  observed: { rates: 'observed', pace: 'plan' },
  observedPace: { rates: 'observed', pace: 'actual' },
} as const satisfies Record<string, LandingCase>

const known = new WeakMap<Ledger, Map<string, Landing>>()

/** Where the year of a ledger lands (DOMAIN §5). Remembered per ledger, for several cards ask for the same one. */
export function landingOf(ledger: Ledger, wanted: LandingCase = LANDING_CASES.observed): Landing {
  const key = `${wanted.rates} ${wanted.pace}`
  const ofLedger = known.get(ledger) ?? new Map<string, Landing>()
  known.set(ledger, ofLedger)
  const landing = ofLedger.get(key) ?? computed(ledger, wanted)
  ofLedger.set(key, landing)
  return landing
}

function computed(ledger: Ledger, wanted: LandingCase): Landing {
  const channels = channelLandings(ledger, wanted)
  const existingByMonth = lineLanding(ledger, 'existing')
  const salesSourcedByMonth = lineLanding(ledger, 'salesSourced')
  const marketingByMonth = MONTHS.map((month) => total(channels.map((channel) => channel.revenueByMonth[month] ?? 0)))
  const lines = [existingByMonth, salesSourcedByMonth, marketingByMonth]
  const byMonth = MONTHS.map((month) => total(lines.map((line) => line[month] ?? 0)))
  const goal = sumOf(revenueRows(ledger).flatMap((row) => row.plan))
  return {
    ...{ byMonth, total: total(byMonth), goal, attainment: attainment(total(byMonth), goal) },
    ...{ existingByMonth, existing: total(existingByMonth) },
    ...{ salesSourcedByMonth, salesSourced: total(salesSourcedByMonth) },
    ...{ marketingByMonth, marketing: total(marketingByMonth), channels },
    estimated: [
      ...estimatedInLine(ledger, 'existing'),
      ...estimatedInLine(ledger, 'salesSourced'),
      ...ledger.runs.flatMap((run) => estimatedCells(ledger, run)),
    ],
  }
}

/** One landing per team and channel with revenue: the planned ones first, in the plan's order. */
function channelLandings(ledger: Ledger, wanted: LandingCase): ChannelLanding[] {
  const hasRun = (teamId: string, channelId: string | null) =>
    ledger.runs.some((run) => run.teamId === teamId && run.channelId === channelId)
  const unplanned = revenueRows(ledger).flatMap(({ teamId, channelId }) =>
    channelId === null || hasRun(teamId, channelId) ? [] : [{ teamId, channelId }],
  )
  return [
    ...ledger.runs.map((run) => channelLanding(ledger, run, wanted)),
    ...unplanned.map((channel) => unplannedLanding(ledger, channel)),
  ]
}

const total = (amounts: readonly number[]) => amounts.reduce((a, b) => a + b, 0)
