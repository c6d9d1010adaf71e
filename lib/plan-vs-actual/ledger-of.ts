import { scenarioOf } from '#lib/funnel/draft'
import { type PlanFigures, planFigures } from '#lib/funnel/plan'
import type { StageKey } from '#lib/funnel/stages'
import type { PlanDraft } from '#lib/input/plan-draft'
import { addMonths, type FiscalYear, type Month, monthsBetween } from '#lib/month'
import { standing } from './actuals-through'
import type { Ledger, LedgerChannel, LedgerStage, Line, Thresholds } from './ledger'
import { type Address, LedgerSheet } from './ledger-sheet'
import { addRemainders } from './remainder'

export type ActivePlan = { readonly teamId: string; readonly year: number; readonly draft: PlanDraft }

export type EnteredActual = {
  readonly teamId: string
  readonly month: Month
  readonly line: Exclude<Line, 'unallocated'>
  readonly channelId: string | null
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
  /** Of this year and last year; a channel's campaigns add up. */
  readonly actuals: readonly EnteredActual[]
  readonly stages: readonly LedgerStage[]
  readonly channels: readonly (LedgerChannel & { readonly defaultEntry: StageKey })[]
}

export type LedgerOptions = {
  /** 'YYYY-MM-DD' in the organisation's time zone. */
  readonly today: string
  readonly thresholds: Thresholds
}

/** The ledger of a year: every plan's monthly figures beside what was entered, this year and last. */
export function ledgerOf(source: PlanAndActuals, { today, thresholds }: LedgerOptions): Ledger {
  const { year, stages, wholeOf } = source
  const sheet = new LedgerSheet()
  const figures = figuresByTeam(source)
  for (const [teamId, plan] of figures) if (teamId !== wholeOf) addPlan(sheet, teamId, plan)
  const entered = addActuals(sheet, source)
  const stand = standing(year, today, entered)
  if (wholeOf !== null) addRemainders(sheet, wholeOf, figures, stand.actualsThrough)
  const rows = sheet.rows().filter(isFromEntryOn(source))
  const channels = source.channels.map(({ id, name, colour }) => ({ id, name, colour }))
  return { ...stand, year, thresholds, stages: stages.map(({ key, name }) => ({ key, name })), channels, rows }
}

/** Each team's figures; the last months' work serves next year's revenue, so next year's plan is read first. */
function figuresByTeam({ plans, year, stages }: PlanAndActuals): Map<string, PlanFigures> {
  const keys = stages.map((stage) => stage.key)
  const figures = (plan: ActivePlan, next: PlanFigures | null) => planFigures(scenarioOf(plan.draft, keys, next))
  const following = new Map<string, PlanFigures>()
  for (const plan of plans) if (plan.year === year.year + 1) following.set(plan.teamId, figures(plan, null))
  const own = plans.filter((plan) => plan.year === year.year)
  return new Map(own.map((plan) => [plan.teamId, figures(plan, following.get(plan.teamId) ?? null)]))
}

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

/** Adds this year's and last year's entries; returns the months of this year that have one. */
function addActuals(sheet: LedgerSheet, { actuals, year }: PlanAndActuals): number[] {
  const entered = new Set<number>()
  const yearBefore = addMonths(year.first, -12)
  for (const { month, value, ...address } of actuals) {
    const index = monthsBetween(year.first, month)
    if (index >= 0 && index < 12) {
      sheet.actual(address, index, value)
      entered.add(index)
    }
    const indexBefore = monthsBetween(yearBefore, month)
    if (indexBefore >= 0 && indexBefore < 12) sheet.lastYear(address, indexBefore, value)
  }
  return [...entered]
}

/** Drops counts of a stage before the channel's entry, or of one that the organisation no longer has. */
function isFromEntryOn({ plans, year, stages, channels }: PlanAndActuals): (row: Address) => boolean {
  const order = stages.map((stage) => stage.key)
  const entries = new Map<string, StageKey>()
  for (const { teamId, draft, year: named } of plans) {
    if (named === year.year)
      for (const channel of draft.channels) entries.set(`${teamId} ${channel.channelId}`, channel.entry)
  }
  const defaults = new Map(channels.map((channel) => [channel.id, channel.defaultEntry]))
  return ({ teamId, channelId, metric }) => {
    if (metric === 'revenue' || metric === 'cost' || channelId === null) return true
    const entry = entries.get(`${teamId} ${channelId}`) ?? defaults.get(channelId)
    return order.indexOf(metric) >= Math.max(0, entry === undefined ? 0 : order.indexOf(entry))
  }
}
