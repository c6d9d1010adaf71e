import { type FiscalYear, type Month, monthOf } from '#lib/month'
import { monthsOf, type Period } from '#lib/plan-vs-actual/period'

/** Months whose figures a view shows. */
export type MonthsInView = {
  /** Indexes of the year. */
  readonly months: readonly number[]
  readonly from: Month
  readonly to: Month
  /** The month in progress (途中), which enters no longer period. */
  readonly isRunning: boolean
}

/** The finished months of a period; while none is, the running month by itself; null: the period is still to come. */
export function monthsInView(period: Period, year: FiscalYear, today: string): MonthsInView | null {
  const running = monthOf(today)
  const of = (wanted: (month: Month) => boolean) =>
    monthsOf(period).filter((index) => {
      const month = year.months[index]
      return month !== undefined && wanted(month)
    })
  const finished = of((month) => month < running)
  const months = finished.length > 0 ? finished : of((month) => month === running)
  const [from, to] = [year.months[months[0] ?? -1], year.months[months.at(-1) ?? -1]]
  if (from === undefined || to === undefined) return null
  return { months, from, to, isRunning: finished.length === 0 }
}

/** Whose revenue is set against cost: that of the same months, or of the leads that the cost brought. */
export const EFFORTS = ['period', 'cohort'] as const
export type Effort = (typeof EFFORTS)[number]

/** The cohort for a month or quarter, the period for what is longer (DOMAIN §9). */
export function usualEffort({ kind }: Pick<Period, 'kind'>): Effort {
  return kind === 'month' || kind === 'quarter' ? 'cohort' : 'period'
}
