import { detectNumberStyle, type Guess, type NumberStyle } from './amount'
import type { FieldType } from './fields'
import type { ColumnReading } from './mapping'
import { DATE_STYLES, type DateStyle, readMoment } from './moment'

export type ColumnStyle = { readonly number: NumberStyle; readonly date: DateStyle; readonly isCertain: boolean }

/** The style in which a column's dates are written: the one that reads most; 4/1/2026 alone may be either. */
export function detectDateStyle(texts: readonly string[]): Guess<DateStyle> {
  const filled = texts.filter((text) => text.trim() !== '')
  const readings = DATE_STYLES.map((style) => ({ style, days: filled.map((text) => dayOf(text, style)) }))
  const count = (days: readonly (string | null)[]) => days.filter((day) => day !== null).length
  const best = readings.reduce((first, next) => (count(next.days) > count(first.days) ? next : first))
  const rivals = readings.filter(({ days }) => count(days) === count(best.days))
  return { style: best.style, isCertain: rivals.every(({ days }) => days.join() === best.days.join()) }
}

function dayOf(text: string, style: DateStyle): string | null {
  const read = readMoment(text, style, 'UTC')
  return 'value' in read ? (read.value?.day ?? null) : null
}

/** Number and date style of a field's column, from the first cells of the file. */
export function detectColumnStyle(type: FieldType, texts: readonly string[]): ColumnStyle {
  if (type === 'amount' || type === 'count') {
    const { style, isCertain } = detectNumberStyle(texts)
    return { number: style, date: 'ymd', isCertain }
  }
  if (type === 'day' || type === 'moment' || type === 'month') {
    const { style, isCertain } = detectDateStyle(texts)
    return { number: 'point', date: style, isCertain }
  }
  return { number: 'point', date: 'ymd', isCertain: true }
}

/** A column as the mapping keeps it. */
export function columnReading(header: string, { number, date }: ColumnStyle): ColumnReading {
  return { header, number, date }
}
