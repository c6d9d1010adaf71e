import type { GridRow } from './grid'

export function isMoneyRow({ metric }: Pick<GridRow, 'metric'>): boolean {
  return metric === 'revenue' || metric === 'cost'
}

/**
 * A value as plain text, in full and without grouping: what Excel and our own paste read as the same number. Money of a
 * currency with `decimals` is kept in its minor unit: 1234 with 2 is '12.34'. '' for a blank cell.
 */
export function plainText(value: number | null, row: Pick<GridRow, 'metric'>, decimals: number): string {
  if (value === null) return ''
  const places = isMoneyRow(row) ? decimals : 0
  if (places === 0) return String(value)
  const digits = String(Math.abs(value)).padStart(places + 1, '0')
  return `${value < 0 ? '-' : ''}${digits.slice(0, -places)}.${digits.slice(-places)}`
}
