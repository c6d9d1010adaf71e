import { type FiscalYear, monthOf, monthsBetween } from '#lib/month'
import type { Standing } from './ledger'

/** Days of the month in which a date 'YYYY-MM-DD' lies. */
function daysInMonth(date: string): number {
  return new Date(Date.UTC(Number(date.slice(0, 4)), Number(date.slice(5, 7)), 0)).getUTCDate()
}

/** What people have decided about the boundary, as indexes of the year's months. */
export type Boundary = {
  /** 適用境界月 chosen on the actuals screen; null: none chosen. */
  readonly chosen: number | null
  /** The last closed month; −1: none. */
  readonly closed: number
}

const UNDECIDED: Boundary = { chosen: null, closed: -1 }

/**
 * Where a year stands on a day (in the organisation's time zone). `entered` are the indexes of the months with an actual;
 * those of the running month and of later ones are not yet history. A chosen boundary holds when it is earlier than the
 * automatic one, and never before the last closed month.
 */
export function standing(
  year: FiscalYear,
  today: string,
  entered: readonly number[],
  { chosen, closed }: Boundary = UNDECIDED,
): Standing {
  const current = monthsBetween(year.first, monthOf(today))
  const finishedThrough = Math.max(-1, Math.min(11, current - 1))
  const running = current >= 0 && current <= 11 ? current : null
  const automatic = Math.max(-1, ...entered.filter((month) => month <= finishedThrough))
  return {
    actualsThrough: chosen === null ? automatic : Math.min(automatic, Math.max(chosen, closed)),
    finishedThrough,
    running,
    elapsed: running === null ? null : { days: Number(today.slice(8, 10)), of: daysInMonth(today) },
  }
}
