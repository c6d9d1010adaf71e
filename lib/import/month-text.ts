import { isMonth, type Month } from '#lib/month'
import { type DateFault, type DateStyle, readMoment } from './moment'

const YEAR_MONTH = /^(\d{4})[-/.年 ]?(\d{1,2})月?$/
const NAMED = /^([a-z]{3,9})\.?[- ](\d{4})$/i
const NAMES = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/** A month as people write it (2026-04, 2026年4月, 202604, Apr 2026), or the month of a day. '' is null. */
export function readMonth(
  text: string,
  style: DateStyle,
  timeZone: string,
): { readonly value: Month | null } | { readonly fault: DateFault } {
  const typed = text.normalize('NFKC').trim()
  const [, year, number] = YEAR_MONTH.exec(typed) ?? []
  const [, name, namedYear] = NAMED.exec(typed) ?? []
  const month = number ?? (name === undefined ? undefined : String(NAMES.indexOf(name.slice(0, 3).toLowerCase()) + 1))
  if (month === undefined) {
    const read = readMoment(text, style, timeZone)
    return 'fault' in read ? read : monthIn(read.value?.day.slice(0, 7) ?? null)
  }
  return monthIn(`${year ?? namedYear}-${month.padStart(2, '0')}`)
}

function monthIn(text: string | null): { readonly value: Month | null } | { readonly fault: DateFault } {
  if (text === null) return { value: null }
  const isReal = isMonth(text) && text >= '1900-01' && text < '2200-01'
  return isReal ? { value: text } : { fault: 'dateNotExisting' }
}
