import type { FiscalYear, Month } from '#lib/month'
import { monthsBetween } from '#lib/month'
import { type Calibration, calibrated } from '#lib/pipeline/calibration'
import type { Tally } from '#lib/pipeline/deal'
import { grouped } from '#lib/pipeline/grouped'
import type { ForecastCategory } from '#lib/records/opportunity'

type OfChannel = { readonly teamId: string; readonly channelId: string }

/** What the database knows of the opportunities behind a team's year; for the root team, of all teams. */
export type RecordedOpportunities = {
  /** Of marketing's channels by month: opportunities created, and revenue won in the currency's minor unit. */
  readonly counted: readonly (OfChannel & {
    readonly month: Month
    readonly metric: 'opportunity' | 'revenue'
    readonly value: number
  })[]
  /** Open ones of marketing's channels, by the month of their expected close. */
  readonly open: readonly (OfChannel & Tally & { readonly month: Month; readonly category: ForecastCategory | null })[]
  /** Of every line, closed in the twelve finished months before today: what ヨミ is calibrated by. */
  readonly closed: readonly (Tally & {
    readonly teamId: string
    readonly state: 'won' | 'lost'
    readonly forecastCategory: ForecastCategory | null
  })[]
}

/** Open opportunities expected to close in a month of the year, by its index. */
export type OpenLot = Tally & { readonly month: number; readonly category: ForecastCategory | null }

/** What is recorded of a channel. Lists are by month of the year. */
export type RecordedChannel = OfChannel & {
  readonly created: readonly number[]
  /** Revenue. */
  readonly won: readonly number[]
  readonly open: readonly OpenLot[]
}

/** What a team's ヨミ turned out to be worth in the twelve finished months before today. */
export type TeamCalibration = {
  readonly teamId: string
  /** Opportunities closed in those months. */
  readonly closed: number
  readonly byCategory: readonly Pick<Calibration, 'category' | 'won' | 'closed' | 'probability'>[]
}

export type LedgerOpportunities = {
  readonly channels: readonly RecordedChannel[]
  readonly calibrations: readonly TeamCalibration[]
}

/** Recorded opportunities as a year's ledger carries them; null where none is recorded. */
export function opportunitiesOfYear(
  recorded: RecordedOpportunities | null,
  year: FiscalYear,
): LedgerOpportunities | null {
  if (recorded === null || recorded.counted.length + recorded.open.length === 0) return null
  return {
    channels: channelsIn(recorded, year),
    calibrations: [...grouped(recorded.closed, ({ teamId }) => teamId)].map(([teamId, own]) => ({
      teamId,
      closed: own.reduce((sum, { count }) => sum + count, 0),
      byCategory: calibrated(own, []).map(({ category, won, closed: all, probability }) => {
        return { category, won, closed: all, probability }
      }),
    })),
  }
}

function channelsIn({ counted, open }: RecordedOpportunities, year: FiscalYear): RecordedChannel[] {
  const keyOf = ({ teamId, channelId }: OfChannel) => `${teamId} ${channelId}`
  const channels = grouped([...counted, ...open], keyOf)
  const [countedOf, openOf] = [grouped(counted, keyOf), grouped(open, keyOf)]
  return [...channels].flatMap(([key, [first]]) => {
    if (!first) return []
    const { teamId, channelId } = first
    const own = countedOf.get(key) ?? []
    const sum = (metric: 'opportunity' | 'revenue') =>
      year.months.map((month) =>
        own
          .filter((cell) => cell.metric === metric && cell.month === month)
          .reduce((total, { value }) => total + value, 0),
      )
    const lots = (openOf.get(key) ?? []).filter((lot) => lot.month >= year.first && lot.month <= year.last)
    return {
      ...{ teamId, channelId, created: sum('opportunity'), won: sum('revenue') },
      open: lots.map(({ month, category, count, amount, unpriced }) => {
        return { month: monthsBetween(year.first, month), category, count, amount, unpriced }
      }),
    }
  })
}
