import type { Campaign } from './campaign'
import { type FiscalYear, monthNumber, monthOf, monthsBetween } from './month'

/** Where a campaign stands in a year, in months from its start: 1.5 is the middle of the second month. 0 ≤ from < to ≤ 12. */
export type Mark = { readonly id: string; readonly from: number; readonly to: number }

type Dates = Pick<Campaign, 'startsOn' | 'endsOn'>

/** Whether any day of a campaign lies in the year. */
export function runsIn({ startsOn, endsOn }: Dates, year: FiscalYear): boolean {
  return monthOf(startsOn) <= year.last && monthOf(endsOn) >= year.first
}

/** The mark of a campaign that runs in the year; what lies outside of it is cut off. Its last day counts whole. */
export function markOf({ id, startsOn, endsOn }: Dates & Pick<Campaign, 'id'>, year: FiscalYear): Mark {
  return { id, from: Math.max(0, position(startsOn, year, 0)), to: Math.min(12, position(endsOn, year, 1)) }
}

/** A day as months since the year's start. @param passed 0 = its morning, 1 = its evening */
export function position(date: string, year: FiscalYear, passed: 0 | 1): number {
  const month = monthOf(date)
  const days = new Date(Date.UTC(Number(date.slice(0, 4)), monthNumber(month), 0)).getUTCDate()
  return monthsBetween(year.first, month) + (Number(date.slice(8, 10)) - 1 + passed) / days
}

/** Marks in as few lanes as keep them apart, each in the first one where it has room. @param room the span that a mark needs */
export function lanesOf<T extends Mark>(marks: readonly T[], room: (mark: T) => readonly [number, number]): T[][] {
  const lanes: { end: number; marks: T[] }[] = []
  for (const mark of [...marks].sort((a, b) => room(a)[0] - room(b)[0])) {
    const [from, to] = room(mark)
    const lane = lanes.find(({ end }) => end <= from)
    if (lane) {
      lane.marks.push(mark)
      lane.end = to
    } else lanes.push({ end: to, marks: [mark] })
  }
  return lanes.map((lane) => lane.marks)
}
