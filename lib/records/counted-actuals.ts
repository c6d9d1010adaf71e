import { addMonths, type Month, monthsBetween } from '#lib/month'
import type { MonthlyActual } from '#lib/monthly-actual'

/** A figure of a month, whoever counted it. */
export type MonthFigure = Omit<MonthlyActual, 'version'>

/** From which month on a metric of a channel, or the revenue of a line, is counted from records. */
export type CountedFrom = Pick<MonthFigure, 'teamId' | 'line' | 'channelId' | 'metric'> & { readonly month: Month }

/** A cell that was entered by hand and counted from records as well: the two are compared, never added. */
export type ComparedCell = Pick<MonthFigure, 'teamId' | 'line' | 'channelId' | 'metric' | 'month'> & {
  readonly byHand: number
  readonly fromRecords: number
}

type Place = Pick<MonthFigure, 'teamId' | 'line' | 'channelId' | 'metric'>
const placeOf = ({ teamId, line, channelId, metric }: Place) => [teamId, line, channelId, metric].join(' ')

/**
 * The figures that count: by hand before the chosen month, from records from it on (DOMAIN §4), never both. A counted
 * month without records is 0 as long as the team has records of the metric in it or later; afterwards it is blank.
 * @param until last month that is asked for
 */
export function countedActuals(
  byHand: readonly MonthFigure[],
  fromRecords: readonly MonthFigure[],
  choices: readonly CountedFrom[],
  { from, until }: { readonly from: Month; readonly until: Month },
): MonthFigure[] {
  const chosen = new Map(choices.map((choice) => [placeOf(choice), choice.month]))
  const isCounted = (figure: MonthFigure) => {
    const since = chosen.get(placeOf(figure))
    return since !== undefined && figure.month >= since
  }
  const counted = fromRecords.filter(isCounted)
  const zeros = choices.flatMap((choice) => emptyMonths(choice, counted, fromRecords, { from, until }))
  return [...byHand.filter((figure) => !isCounted(figure)), ...counted, ...zeros]
}

function emptyMonths(
  choice: CountedFrom,
  counted: readonly MonthFigure[],
  fromRecords: readonly MonthFigure[],
  span: { readonly from: Month; readonly until: Month },
): MonthFigure[] {
  const { month: since, ...place } = choice
  const ofMetric = fromRecords.filter(({ teamId, metric }) => teamId === choice.teamId && metric === choice.metric)
  const last = ofMetric.map(({ month }) => month).reduce((a, b) => (a > b ? a : b), addMonths(since, -1))
  const first = since > span.from ? since : span.from
  const filled = new Set(counted.filter((each) => placeOf(each) === placeOf(choice)).map(({ month }) => month))
  const end = last < span.until ? last : span.until
  return Array.from({ length: Math.max(0, monthsBetween(first, end) + 1) }, (_, i) => addMonths(first, i))
    .filter((month) => !filled.has(month))
    .map((month) => ({ ...place, month, campaignId: null, value: 0 }))
}

/** Cells that exist both ways, whichever of the two counts; campaigns of a channel together. */
export function comparedCells(byHand: readonly MonthFigure[], fromRecords: readonly MonthFigure[]): ComparedCell[] {
  const sums = sumsByCell(fromRecords)
  return [...sumsByCell(byHand).entries()].flatMap(([key, hand]) => {
    const records = sums.get(key)
    if (!records) return []
    const { teamId, line, channelId, metric, month } = hand
    return [{ teamId, line, channelId, metric, month, byHand: hand.value, fromRecords: records.value }]
  })
}

function sumsByCell(figures: readonly MonthFigure[]): Map<string, MonthFigure> {
  const sums = new Map<string, MonthFigure>()
  for (const figure of figures) {
    const key = `${placeOf(figure)} ${figure.month}`
    const known = sums.get(key)
    sums.set(key, known ? { ...known, value: known.value + figure.value } : { ...figure })
  }
  return sums
}
