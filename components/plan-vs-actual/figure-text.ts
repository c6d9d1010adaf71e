import {
  formatCount,
  formatMoney,
  formatMonths,
  formatRange,
  type Locale,
  type MoneyUnit,
  moneyUnitLabel,
  type NegativeStyle,
} from '#lib/format'
import { isCount } from '#lib/metrics'
import type { FiscalYear } from '#lib/month'
import type { LedgerMetric } from '#lib/plan-vs-actual/ledger'

/** How figures are written on this view. */
export type FigureStyle = {
  readonly locale: Locale
  readonly unit: MoneyUnit
  readonly currency: string
  readonly negativeStyle: NegativeStyle
  /** The organisation's, for who did what when. */
  readonly timeZone?: string
}

/** A figure of a metric in its own unit: counts whole, money in the view's unit. */
export function figureText(metric: LedgerMetric, value: number | null, style: FigureStyle, signed = false): string {
  return isCount(metric) ? formatCount(value, { ...style, signed }) : formatMoney(value, { ...style, signed })
}

/** A figure with its unit, for sentences: 159.1百万円, ¥159.1M, −¥4.7M, 33. */
export function figureWithUnit(metric: LedgerMetric, value: number | null, style: FigureStyle, signed = false): string {
  const text = figureText(metric, value, style, signed)
  if (isCount(metric) || value === null) return text
  const unit = moneyUnitLabel(style.unit, style)
  if (style.locale === 'ja') return `${text}${unit}`
  const [, sign = '', size = ''] = /^([+−△±]?)(.*)$/.exec(text) ?? []
  return `${sign}${unit.slice(0, 1)}${size}${unit.slice(1)}`
}

/** Months of a year by their indexes: 4–9月. */
export function monthsText(year: FiscalYear, first: number, last: number, locale: Locale): string {
  return formatMonths(year.months[first] ?? year.first, year.months[last] ?? year.last, locale)
}

/** The same with its years, for evidence: 2026年4月–2026年9月. */
export function rangeText(year: FiscalYear, first: number, last: number, locale: Locale): string {
  return formatRange(year.months[first] ?? year.first, year.months[last] ?? year.last, locale)
}
