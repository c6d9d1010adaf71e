import type { KeptRules } from '#lib/attribution/kept-rules'
import type { Model } from '#lib/attribution/models'
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
  readonly channels: readonly AttributionChannel[]
  readonly campaigns: readonly { readonly id: string; readonly name: string }[]
  readonly rules: KeptRules
  /** The organisation's, when the address names no other. */
  readonly defaultModel: Model
  /** Days of the organisation's own rules, whatever the view tries. */
  readonly usualLookback: number
  /** The last closed month of the year; null: none. */
  readonly closedThrough: Month | null
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
