import { formatCount, formatDate, formatDateTime, formatMonth, type Locale } from '#lib/format'
import { readAmount } from '#lib/import/amount'
import type { Field } from '#lib/import/fields'
import type { ColumnReading } from '#lib/import/mapping'
import { readMoment } from '#lib/import/moment'
import { readMonth } from '#lib/import/month-text'

export type Sample = { readonly text: string; readonly isReadable: boolean }

type Reading = { readonly locale: Locale; readonly timeZone: string; readonly decimals: number }

/** What a cell is read as, in the reader's own words; as it stands when it cannot be read. */
export function sampleText(type: Field['type'], text: string, column: ColumnReading, reading: Reading): Sample {
  const read = readAs(type, text, column, reading)
  return read === null ? { text, isReadable: false } : { text: read, isReadable: true }
}

function readAs(
  type: Field['type'],
  text: string,
  { number, date }: ColumnReading,
  { locale, timeZone, decimals }: Reading,
): string | null {
  if (type === 'amount' || type === 'count') {
    const places = type === 'amount' ? decimals : 0
    const read = readAmount(text, number, places)
    return 'fault' in read || read.value === null ? null : formatCount(read.value / 10 ** places, { locale })
  }
  if (type === 'month') {
    const read = readMonth(text, date, timeZone)
    return 'fault' in read || read.value === null ? null : formatMonth(read.value, locale)
  }
  if (type !== 'day' && type !== 'moment') return text
  const read = readMoment(text, date, timeZone)
  if ('fault' in read || read.value === null) return null
  const hasTime = type === 'moment' && /\d[:時]\d/.test(text)
  return hasTime ? formatDateTime(read.value.instant, { locale, timeZone }) : formatDate(read.value.day, locale)
}
