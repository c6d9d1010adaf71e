import { formatMoney, formatPoints, formatRate, formatRatio, type MoneyUnit, moneyUnitLabel } from '#lib/format'
import { isCount } from '#lib/metrics'
import { type FigureStyle, figureText, figureWithUnit } from './figure-text'
import { countUnit, type Words } from './names'
import type { TableRow } from './table-row'

/** The money unit of a row: the view's. What one lead costs is written in yen, what a deal costs in thousands of yen. */
function moneyUnitOf(row: TableRow, style: FigureStyle): MoneyUnit {
  if (row.unit !== 'unitCost') return style.unit
  return row.metric === 'cpl' || style.currency !== 'JPY' ? 'yen' : 'thousand'
}

/** Money per unit, without the decimals of the currency. */
function unitCostText(row: TableRow, value: number | null, style: FigureStyle, signed = false): string {
  return formatMoney(value, { ...style, unit: moneyUnitOf(row, style), digits: 0, signed })
}

/** A figure of a row as it stands in a cell: 159.1, 1,786, 26.8%, 8,234, 250%. */
export function rowText(row: TableRow, value: number | null, style: FigureStyle): string {
  if (row.unit === 'rate') return formatRate(value, style)
  if (row.unit === 'roi') return formatRatio(value, style)
  if (row.unit === 'unitCost') return unitCostText(row, value, style)
  return figureText(row.metric, value, style)
}

/** A difference of a row's figures, with its sign: +3.8, −45, +2.6pt. */
export function rowVariance(row: TableRow, value: number | null, style: FigureStyle): string {
  if (row.unit === 'rate') return formatPoints(value, style)
  if (row.unit === 'roi') return formatPoints(value, style, 0)
  if (row.unit === 'unitCost') return unitCostText(row, value, style, true)
  return figureText(row.metric, value, style, true)
}

/** A figure of a row with its unit, for sentences. */
export function rowWithUnit(row: TableRow, value: number | null, style: FigureStyle): string {
  if (row.unit === 'rate' || row.unit === 'roi') return rowText(row, value, style)
  return figureWithUnit(
    row.unit === 'unitCost' ? 'cost' : row.metric,
    value,
    row.unit === 'unitCost' ? { ...style, unit: moneyUnitOf(row, style) } : style,
  )
}

/** Behind a row's name: 百万円, 件; nothing behind a rate. */
export function rowUnitLabel(row: TableRow, style: FigureStyle, t: Words): string {
  if (row.unit === 'rate' || row.unit === 'roi') return ''
  if (row.unit === 'metric' && isCount(row.metric)) return countUnit(row.metric, t)
  return moneyUnitLabel(moneyUnitOf(row, style), style)
}
