import { DEAL_PARTS } from '#lib/attribution/credit'
import type { AttributionSummary } from '#lib/attribution/summary'
import {
  formatCount,
  formatMoney,
  formatMonth,
  formatMonths,
  formatMultiple,
  formatRate,
  type Locale,
  moneyUnitLabel,
} from '#lib/format'
import { type FigureStyle, figureText, figureWithUnit } from '../plan-vs-actual/figure-text'
import type { AttributionFrame } from './attribution-props'

/** The words of these screens: any translator of the namespace attribution. */
export type Words = (key: string, values?: Record<string, string | number>) => string

/** An amount in the view's unit, without its name. */
export const amountText = (amount: number | null, style: FigureStyle) => figureText('revenue', amount, style)

/** An amount with its unit, for sentences. */
export const amountWithUnit = (amount: number | null, style: FigureStyle) => figureWithUnit('revenue', amount, style)

/** An amount to the yen: what adds up is printed whole. */
export const wholeText = (amount: number, style: FigureStyle) => formatMoney(amount, { ...style, unit: 'yen' })

export const wholeWithUnit = (amount: number, style: FigureStyle) =>
  figureWithUnit('revenue', amount, { ...style, unit: 'yen' })

/** Deals: whole ones as a count, shared ones to one decimal. */
export function dealsText(dealParts: number, style: FigureStyle): string {
  const deals = dealParts / DEAL_PARTS
  return Number.isInteger(deals) ? formatCount(deals, style) : formatMultiple(deals, style)
}

/** A part of what is booked: 34.9 %. */
export function shareText(amount: number, booked: number, style: FigureStyle): string {
  return formatRate(booked === 0 ? null : amount / booked, style)
}

/** The two ends of a range in the view's unit, or as parts of what is booked: 28.7–42.6. */
export function rangeText(
  [least, most]: readonly [number, number],
  { view, style }: Pick<AttributionFrame, 'view' | 'style'>,
  { reconciliation }: Pick<AttributionSummary, 'reconciliation'>,
): string {
  const text = (amount: number) =>
    view.show === 'share' ? shareText(amount, reconciliation.booked.amount, style) : amountText(amount, style)
  return fromTo(text(least), text(most), '–')
}

/** Two ends of a range; where they read the same, that alone. */
export const fromTo = (low: string, high: string, to: string) => (low === high ? low : `${low}${to}${high}`)

/** 4–9月 */
export function monthsInViewText({ inView, style }: Pick<AttributionFrame, 'inView' | 'style'>): string {
  return formatMonths(inView.from, inView.to, style.locale)
}

/** Names of months of the year by their indexes: 9月、8月. */
export function monthList(
  months: readonly number[],
  { year, style }: Pick<AttributionFrame, 'year' | 'style'>,
): string {
  const names = months.map((month) => formatMonth(year.months[month] ?? year.first, style.locale))
  return names.join(style.locale === 'ja' ? '・' : ', ')
}

export const separator = (locale: Locale) => (locale === 'ja' ? '・' : ', ')

export const unitLabel = (style: FigureStyle) => moneyUnitLabel(style.unit, style)
