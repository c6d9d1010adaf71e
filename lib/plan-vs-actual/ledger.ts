import type { Campaign } from '#lib/campaign'
import type { LedgerOpportunities } from '#lib/forecast/recorded'
import type { Run } from '#lib/forecast/run'
import type { StageKey } from '#lib/funnel/stages'
import type { FiscalYear } from '#lib/month'
import type { LandingOverride, Restatement } from '#lib/monthly-actual'

/** The lines of revenue, and what the company's goal holds beyond its teams' (未配分, below 0: 超過). */
export type Line = 'existing' | 'salesSourced' | 'channel' | 'unallocated'
export type LedgerMetric = StageKey | 'revenue' | 'cost'

/** Twelve figures, from the year's first month. Null: no plan, or nothing entered; never 0. */
export type ByMonth = readonly (number | null)[]

/** One team's figures of one metric on one line. Before a channel's entry stage there is no row. */
export type LedgerRow = {
  readonly teamId: string
  readonly line: Line
  /** Null for every line but 'channel'. */
  readonly channelId: string | null
  readonly metric: LedgerMetric
  readonly plan: ByMonth
  readonly actual: ByMonth
  readonly lastYear: ByMonth
}

/** Attainment from which a verdict is ○, and from which it is △. */
export type Thresholds = { readonly goodFrom: number; readonly watchFrom: number }

export type LedgerStage = { readonly key: StageKey; readonly name: string | null }
export type LedgerChannel = { readonly id: string; readonly name: string; readonly colour: number }

/** Where the year stands. Months are indexes from the year's first. */
export type Standing = {
  /** 適用境界月: the last finished month with at least one actual entered, or an earlier one chosen; −1: none. */
  readonly actualsThrough: number
  /** The last month that is over, entered or not; −1 before the year, 11 after it. */
  readonly finishedThrough: number
  /** The month in progress (途中); null outside the year. */
  readonly running: number | null
  /** Days of the running month up to today, of how many. */
  readonly elapsed: { readonly days: number; readonly of: number } | null
}

/** A run of a channel, as the screens name it. Planned entries and budget stand in its start month's rows. */
export type LedgerCampaign = Omit<Campaign, 'archivedAt'>

/** One campaign's part of its channel's row. Plan: entries at the entry stage and budget as cost, in the start month. */
export type CampaignRow = LedgerRow & { readonly campaignId: string }

/** A correction or a set landing, with its month as an index of the year. */
export type InYear<T> = T & { readonly monthIndex: number }

/** Everything plan vs actual says of a team's year: raw figures from which each screen computes the same totals. */
export type Ledger = Standing & {
  readonly year: FiscalYear
  readonly thresholds: Thresholds
  /** Upstream first. */
  readonly stages: readonly LedgerStage[]
  readonly channels: readonly LedgerChannel[]
  readonly rows: readonly LedgerRow[]
  /** The root team when the page is the whole of several teams; else null. */
  readonly wholeOf: string | null
  /** The last closed month; for the whole the least over the teams that have figures; −1: none. */
  readonly closedThrough: number
  readonly runs: readonly Run[]
  readonly campaigns: readonly LedgerCampaign[]
  readonly campaignRows: readonly CampaignRow[]
  /** Of this year's months, in time order. */
  readonly restatements: readonly InYear<Restatement>[]
  readonly landingOverrides: readonly InYear<LandingOverride>[]
  /** Null where no opportunity of a channel is recorded. */
  readonly opportunities: LedgerOpportunities | null
}

/** Months of a year, as indexes. */
export const MONTHS = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11] as const

/** Whether a row has a plan at all, be it of 0. */
export function hasPlan(row: LedgerRow): boolean {
  return row.plan.some((plan) => plan !== null)
}

/** A row without a planned unit and without an entry in the year is no part of it: its blanks are not missing. */
export function belongs(row: LedgerRow): boolean {
  return row.plan.some((plan) => plan !== null && plan !== 0) || row.actual.some((actual) => actual !== null)
}

/** Whether a row's blank cells are missing. Cost without a plan is compared with nothing, so its blanks leave no gap. */
export function isAwaited(row: LedgerRow): boolean {
  return belongs(row) && (row.metric !== 'cost' || hasPlan(row))
}
