import type { Campaign } from '#lib/campaign'
import { opportunitiesOfYear, type RecordedOpportunities } from '#lib/forecast/recorded'
import type { PlanFigures } from '#lib/funnel/plan'
import type { StageKey } from '#lib/funnel/stages'
import type { PlanDraft } from '#lib/input/plan-draft'
import { type FiscalYear, type Month, monthsBetween } from '#lib/month'
import type { LandingOverride, Restatement } from '#lib/monthly-actual'
import { standing } from './actuals-through'
import { campaignRowsOf, campaignsIn, type EntryOf } from './campaign-rows'
import type { InYear, Ledger, LedgerChannel, LedgerStage, Line, Thresholds } from './ledger'
import { type Address, LedgerSheet } from './ledger-sheet'
import { plansOfYear, type TeamPlan } from './plans-of-year'
import { addRemainders } from './remainder'
import { runsOf } from './runs'

export type ActivePlan = { readonly teamId: string; readonly year: number; readonly draft: PlanDraft }

export type EnteredActual = {
  readonly teamId: string
  readonly month: Month
  readonly line: Exclude<Line, 'unallocated'>
  readonly channelId: string | null
  readonly campaignId: string | null
  readonly metric: StageKey | 'revenue' | 'cost'
  readonly value: number
}

/** What the database knows of a team's year; for the root team, of all teams. */
export type PlanAndActuals = {
  readonly year: FiscalYear
  /** The root's id when the page is the company's and other teams exist; else null. */
  readonly wholeOf: string | null
  /** Active plans of this year and the next. */
  readonly plans: readonly ActivePlan[]
  /** Of this year, the last, and the months before it that exposure looks back on; a channel's campaigns add up. */
  readonly actuals: readonly EnteredActual[]
  readonly stages: readonly LedgerStage[]
  readonly channels: readonly (LedgerChannel & { readonly defaultEntry: StageKey })[]
  /** Of the team, for the root of all; archived ones too. */
  readonly campaigns: readonly Campaign[]
  /** The last closed month of each team that has one. */
  readonly closes: readonly { readonly teamId: string; readonly through: Month }[]
  /** Of closed months, since their present close; in time order. */
  readonly restatements: readonly Restatement[]
  /** 適用境界月 chosen for this team and year. */
  readonly chosenThrough: Month | null
  readonly landingOverrides: readonly LandingOverride[]
  /** Null: records were not asked for. */
  readonly opportunities: RecordedOpportunities | null
}

export type LedgerOptions = {
  /** 'YYYY-MM-DD' in the organisation's time zone. */
  readonly today: string
  readonly thresholds: Thresholds
}

/** The ledger of a year: every plan's monthly figures beside what was entered, this year and last. */
export function ledgerOf(source: PlanAndActuals, { today, thresholds }: LedgerOptions): Ledger {
  const { year, stages, wholeOf } = source
  const plans = plansOfYear(source)
  const sheet = new LedgerSheet()
  for (const [teamId, { figures }] of plans) if (teamId !== wholeOf) addPlan(sheet, teamId, figures)
  sheet.enter(source.actuals, year)
  const closedThrough = closedIn(source)
  const stand = standing(year, today, enteredMonths(source), { chosen: chosenIn(source), closed: closedThrough })
  if (wholeOf !== null) addRemainders(sheet, wholeOf, figuresOf(plans), stand.actualsThrough)
  const entryOf = entriesOf(source)
  const isCounted = isFromEntryOn(source, entryOf)
  const campaignRows = campaignRowsOf(source, entryOf).filter(isCounted)
  return {
    ...{ ...stand, year, thresholds, wholeOf, closedThrough },
    stages: stages.map(({ key, name }) => ({ key, name })),
    channels: source.channels.map(({ id, name, colour }) => ({ id, name, colour })),
    rows: sheet.rows().filter(isCounted),
    runs: runsOf(source, plans),
    campaigns: campaignsIn(source, campaignRows),
    campaignRows,
    restatements: inYear(source.restatements, year),
    landingOverrides: inYear(source.landingOverrides, year),
    opportunities: opportunitiesOfYear(source.opportunities, year),
  }
}

const figuresOf = (plans: ReadonlyMap<string, TeamPlan>) =>
  new Map([...plans].map(([teamId, { figures }]) => [teamId, figures]))

/** One row per line and metric. A channel whose assumptions are faulty keeps its revenue goal and has no counts. */
function addPlan(sheet: LedgerSheet, teamId: string, plan: PlanFigures): void {
  sheet.plan({ teamId, line: 'existing', channelId: null, metric: 'revenue' }, plan.existingByMonth)
  sheet.plan({ teamId, line: 'salesSourced', channelId: null, metric: 'revenue' }, plan.salesSourcedByMonth)
  for (const { id, revenueByMonth, funnel } of plan.channels) {
    const channel = { teamId, line: 'channel', channelId: id } as const
    sheet.plan({ ...channel, metric: 'revenue' }, revenueByMonth)
    for (const stage of funnel?.stages ?? []) sheet.plan({ ...channel, metric: stage }, funnel?.monthly[stage] ?? [])
    if (funnel?.costByMonth) sheet.plan({ ...channel, metric: 'cost' }, funnel.costByMonth)
  }
}

/** Indexes of the year's months that have an entry. */
function enteredMonths({ actuals, year }: PlanAndActuals): number[] {
  const months = new Set(actuals.map(({ month }) => monthsBetween(year.first, month)))
  return [...months].filter((month) => month >= 0 && month < 12)
}

const chosenIn = ({ chosenThrough, year }: PlanAndActuals) =>
  chosenThrough === null ? null : monthsBetween(year.first, chosenThrough)

/** The last month of the year that every team with figures has closed. Nothing is awaited from the root of teams. */
function closedIn({ closes, plans, actuals, year, wholeOf }: PlanAndActuals): number {
  const planned = plans.filter((plan) => plan.year === year.year)
  const entered = actuals.filter(({ month }) => month >= year.first && month <= year.last)
  const teams = new Set([...planned, ...entered].map(({ teamId }) => teamId))
  if (wholeOf !== null) teams.delete(wholeOf)
  const through = [...teams].map((teamId) => closes.find((close) => close.teamId === teamId)?.through)
  const months = through.map((month) => (month === undefined ? -1 : monthsBetween(year.first, month)))
  return months.length === 0 ? -1 : Math.max(-1, Math.min(11, ...months))
}

function inYear<T extends { readonly month: Month }>(all: readonly T[], year: FiscalYear): InYear<T>[] {
  return all
    .map((each) => ({ ...each, monthIndex: monthsBetween(year.first, each.month) }))
    .filter(({ monthIndex }) => monthIndex >= 0 && monthIndex < 12)
}

/** Where each team's channel starts: by the team's plan, else as the organisation has it. */
function entriesOf({ plans, year, channels }: PlanAndActuals): EntryOf {
  const entries = new Map<string, StageKey>()
  for (const { teamId, draft, year: named } of plans) {
    if (named === year.year)
      for (const channel of draft.channels) entries.set(`${teamId} ${channel.channelId}`, channel.entry)
  }
  const defaults = new Map(channels.map((channel) => [channel.id, channel.defaultEntry]))
  return (teamId, channelId) => entries.get(`${teamId} ${channelId}`) ?? defaults.get(channelId)
}

/** Drops counts of a stage before the channel's entry, or of one that the organisation no longer has. */
function isFromEntryOn({ stages }: PlanAndActuals, entryOf: EntryOf): (row: Address) => boolean {
  const order = stages.map((stage) => stage.key)
  return ({ teamId, channelId, metric }) => {
    if (metric === 'revenue' || metric === 'cost' || channelId === null) return true
    const entry = entryOf(teamId, channelId)
    return order.indexOf(metric) >= Math.max(0, entry === undefined ? 0 : order.indexOf(entry))
  }
}
