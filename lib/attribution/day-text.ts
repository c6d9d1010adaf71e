import { formatDate, type Locale } from '#lib/format'

const DAY = 86_400_000

/** Days since 1970-01-01 as 'YYYY-MM-DD'. */
export function dateOfDay(day: number): string {
  return new Date(day * DAY).toISOString().slice(0, 10)
}

/** 2026/3/21 */
export function dayText(day: number, locale: Locale): string {
  return formatDate(dateOfDay(day), locale)
}

/** 3/21: within a journey whose years stand elsewhere. */
export function shortDayText(day: number): string {
  const date = dateOfDay(day)
  return `${Number(date.slice(5, 7))}/${Number(date.slice(8, 10))}`
}
