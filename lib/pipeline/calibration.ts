import { ratio } from '#lib/ratio'
import { FORECAST_CATEGORIES, type ForecastCategory } from '#lib/records/opportunity'
import { type DealCell, type Tally, tallyOf } from './deal'
import { type Lot, winRateOf } from './win-rate'

/** With how many closed opportunities the team's overall win rate holds against a category's own. */
export const PRIOR = 20

export type Calibration = {
  /** Null: opportunities without a category. */
  readonly category: ForecastCategory | null
  readonly won: number
  readonly closed: number
  /** won ÷ closed of this category; null before the first is closed. */
  readonly observed: number | null
  /** (won + 20·w) ÷ (closed + 20) with the overall win rate w; null before anything is closed. */
  readonly probability: number | null
  /** Open now. */
  readonly open: number
  readonly openAmount: number
  /** Open amount × probability. */
  readonly expected: number | null
}

/** Opportunities, as far as their calibration tells them apart. */
export type Forecast = Lot & OfCategory
/** The same of those that are open all. */
export type OpenForecast = Tally & OfCategory
type OfCategory = Pick<DealCell, 'forecastCategory'>

/** What ヨミ A, B and C turned out to be worth, from what was closed, and what is open worth by it (DOMAIN §1, §5). */
export function calibrated(closed: readonly Forecast[], open: readonly OpenForecast[]): Calibration[] {
  const overall = winRateOf(closed).byCount
  return [...FORECAST_CATEGORIES, null].map((category) => {
    const own = winRateOf(closed.filter((cell) => cell.forecastCategory === category))
    const [won, all] = [own.won.count, own.won.count + own.lost.count]
    const probability = overall === null ? null : (won + PRIOR * overall) / (all + PRIOR)
    const { count, amount } = tallyOf(open.filter((cell) => cell.forecastCategory === category))
    return {
      ...{ category, won, closed: all, observed: ratio(won, all), probability },
      ...{ open: count, openAmount: amount, expected: probability === null ? null : amount * probability },
    }
  })
}
