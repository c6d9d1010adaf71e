/** A calendar month, '2026-04'. Compared as text; its arithmetic never goes through a time zone. */
export type Month = `${number}-${number}`

/** A fiscal year is named by the year in which it starts: 2026 with firstMonth 4 is 2026-04 … 2027-03. */
export type FiscalYear = {
  readonly year: number
  /** 1 … 12 */
  readonly startsIn: number
  /** Twelve months, in order. */
  readonly months: readonly Month[]
  readonly first: Month
  readonly last: Month
}

const MONTH = /^(\d{4})-(0[1-9]|1[0-2])$/

export function isMonth(text: string): text is Month {
  return MONTH.test(text)
}

/** Months since year 0: the one number in which months are added and compared. */
function ordinal(month: Month): number {
  return Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1
}

function fromOrdinal(n: number): Month {
  const year = Math.floor(n / 12)
  return `${String(year).padStart(4, '0')}-${String(n - year * 12 + 1).padStart(2, '0')}` as Month
}

/** '2026-12' + 1 = '2027-01'. */
export function addMonths(month: Month, count: number): Month {
  return fromOrdinal(ordinal(month) + count)
}

/** Months from `from` to `to`: 0 for the same month, negative when `to` is earlier. */
export function monthsBetween(from: Month, to: Month): number {
  return ordinal(to) - ordinal(from)
}

/** The month of a date written 'YYYY-MM-DD'. Throws RangeError on anything else. */
export function monthOf(date: string): Month {
  const month = date.slice(0, 7)
  if (!isMonth(month)) throw new RangeError(`not a date: ${date}`)
  return month
}

/** The month of a day counted from 1970-01-01. */
export function monthOfDay(day: number): Month {
  return monthOf(new Date(day * 86_400_000).toISOString())
}

/** 1 … 12 */
export function monthNumber(month: Month): number {
  return Number(month.slice(5, 7))
}

/** The fiscal year named `year` of an organisation whose years start in month `startsIn` (1 … 12). */
export function fiscalYear(year: number, startsIn: number): FiscalYear {
  const first = fromOrdinal(year * 12 + startsIn - 1)
  const months = Array.from({ length: 12 }, (_, i) => addMonths(first, i))
  return { year, startsIn, months, first, last: addMonths(first, 11) }
}

/** The fiscal year in which a month lies. */
export function fiscalYearOf(month: Month, startsIn: number): FiscalYear {
  const calendar = Number(month.slice(0, 4))
  return fiscalYear(monthNumber(month) >= startsIn ? calendar : calendar - 1, startsIn)
}
