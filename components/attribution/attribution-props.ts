import type { LedgerBeside } from '#lib/attribution/booked'
import type { CreditedDeal, DealJourney } from '#lib/attribution/credited-deal'
import type { KeptRules } from '#lib/attribution/kept-rules'
import type { Model, TouchModel } from '#lib/attribution/models'
import type { CreditRestatement } from '#lib/attribution/restatement'
import type { AttributionSummary } from '#lib/attribution/summary'
import type { TrendLine } from '#lib/attribution/trend'
import type { Effort, MonthsInView } from '#lib/attribution/view-period'
import type { AttributionView } from '#lib/input/attribution-view'
import type { FiscalYear, Month } from '#lib/month'
import type { Period } from '#lib/plan-vs-actual/period'
import { hrefOf } from '../pipeline/pipeline-props'
import type { FigureStyle } from '../plan-vs-actual/figure-text'

export type AttributionChannel = {
  readonly id: string
  readonly name: string
  readonly colour: number
  readonly isMarketing: boolean
}

export type NamedCampaign = { readonly id: string; readonly name: string }

/** What every card gets: what limits the view, how figures are written, where links lead. */
export type AttributionFrame = {
  /** '/team/2026/attribution' */
  readonly path: string
  readonly view: AttributionView
  /** As chosen, else the organisation's default. */
  readonly model: Model
  readonly period: Period
  /** As chosen, else by the period's length. */
  readonly effort: Effort
  readonly inView: MonthsInView
  readonly year: FiscalYear
  readonly today: string
  readonly style: FigureStyle
  /** The organisation's, for who did what when. */
  readonly timeZone: string
  readonly channels: readonly AttributionChannel[]
  readonly campaigns: readonly NamedCampaign[]
  readonly rules: KeptRules
  /** The organisation's, when the address names no other. */
  readonly defaultModel: Model
  /** Days of the organisation's own rules, whatever the view tries. */
  readonly usualLookback: number
  /** The last closed month of the year; null: none. */
  readonly closedThrough: Month | null
}

/** What the head of the screen gets: it waits for no figures. */
export type HeadFrame = Omit<AttributionFrame, 'inView' | 'closedThrough' | 'channels' | 'campaigns'>

/** What the frame of a view has beside the head's: known with its figures. */
export type OwnFrame = Pick<AttributionFrame, 'model' | 'inView' | 'closedThrough'>

/** What the headline gets: names come with the figures. */
export type ViewFrame = HeadFrame & OwnFrame

/** How much marketing brought and that it adds up: what the server draws itself. */
export type Headline = Pick<AttributionSummary, 'marketing' | 'reconciliation' | 'total' | 'isTotalUnripe'> & {
  /** The channel with the largest credit in the view's model, and its range over all models; null: none. */
  readonly top: {
    /** Null: there is no such channel any more. */
    readonly name: string | null
    readonly amount: number
    readonly range: readonly [least: number, most: number]
  } | null
  /** Null: plan vs actual counts the same. */
  readonly beside: LedgerBeside | null
}

/** What a view's cards show, in plain JSON: it travels packed. */
export type AttributionFigures = {
  readonly summary: AttributionSummary
  /** Of the whole year. */
  readonly trend: readonly TrendLine[]
  readonly restatements: readonly CreditRestatement[]
  /** Whether every channel has a margin. */
  readonly hasMargins: boolean
  /** All channels, and the campaigns of the summary and of the view. */
  readonly names: Pick<AttributionFrame, 'channels' | 'campaigns'>
}

export type DealsPage = {
  readonly rows: readonly CreditedDeal[]
  readonly next: string | null
  readonly total: number
}

export type Neighbours = {
  readonly previous: string | null
  readonly next: string | null
  readonly position: number | null
  readonly total: number
}

/** The deals behind the view's figures, and the journey of one of them; it travels packed. */
export type OpenedDeals = {
  /** The chosen model, or the one that stands in for a model without deals. */
  readonly model: TouchModel
  readonly page: DealsPage
  readonly opened: { readonly deal: DealJourney; readonly neighbours: Neighbours } | null
}

type Query = Readonly<Record<string, string | number | null | undefined>>

/** What the screen starts with stands in no address. */
const USUAL: Query = { customers: 'new', gain: 'revenue', show: 'amount' }

/** Limits, and what is opened; a page of the list belongs to one list only. */
const LASTING = [
  ...(['model', 'period', 'lookback', 'customers', 'basis', 'gain', 'show'] as const),
  ...(['channel', 'campaign', 'deal'] as const),
] as const

/** The address of this view with a part of it changed; null takes a part away. */
export function attributionHref(
  { path, view }: Pick<AttributionFrame, 'path' | 'view'>,
  change: Query,
  anchor = '',
): string {
  const lasting: Query = Object.fromEntries(LASTING.map((key) => [key, view[key]]))
  const own = Object.entries({ ...lasting, ...change }).filter(([key, value]) => USUAL[key] !== value)
  return hrefOf(path, Object.fromEntries(own)) + anchor
}

export function channelOf(
  { channels }: Pick<AttributionFrame, 'channels'>,
  id: string | null,
): AttributionChannel | null {
  return channels.find((channel) => channel.id === id) ?? null
}

export function campaignNameOf({ campaigns }: Pick<AttributionFrame, 'campaigns'>, id: string | null): string | null {
  return campaigns.find((campaign) => campaign.id === id)?.name ?? null
}
