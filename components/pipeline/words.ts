import { formatCount, formatMoney, moneyUnitLabel } from '#lib/format'
import { NONE } from '#lib/input/pipeline'
import type { Channel } from '#lib/organisation'
import { type FigureStyle, figureWithUnit } from '../plan-vs-actual/figure-text'
import type { PipelineFrame } from './pipeline-props'

/** A count in the language's digits. */
export const countText = (value: number | null, style: FigureStyle) => formatCount(value, style)

/** An amount in the view's unit, without its name. */
export const amountText = (value: number | null, style: FigureStyle) => formatMoney(value, style)

/** An amount with its unit, for sentences: 159.1百万円, ¥159.1M. */
export const amountWithUnit = (value: number | null, style: FigureStyle) => figureWithUnit('revenue', value, style)

export const unitText = (style: FigureStyle) => moneyUnitLabel(style.unit, style)

/** The channel of an id; null for one that no longer is, and for none. */
export function channelOf({ channels }: Pick<PipelineFrame, 'channels'>, id: string | null): Channel | null {
  return channels.find((channel) => channel.id === id) ?? null
}

export function campaignName({ campaigns }: Pick<PipelineFrame, 'campaigns'>, id: string | null): string | null {
  return campaigns.find((campaign) => campaign.id === id)?.name ?? null
}

/** How a filter in an address names what may be missing. */
export const orNone = (value: string | null) => value ?? NONE
