import { type Month, monthsBetween } from '#lib/month'
import type { ByMonth } from '#lib/plan-vs-actual/ledger'
import type { CountedFrom, MonthFigure } from '#lib/records/counted-actuals'
import type { GridRow } from './grid'

/** What a row shows that is counted from records, from a month of the year on; nothing is entered there. */
export type Counted = {
  /** Index of the first such month; 0 when it lies before the year. */
  readonly from: number
  /** Null: no records yet, or a month before. A channel's include those of its campaigns. */
  readonly figures: ByMonth
}

/** A team's choices, and its figures as they count (see countedActuals); those by hand among them are passed over. */
export type FromRecords = { readonly choices: readonly CountedFrom[]; readonly figures: readonly MonthFigure[] }

const MONTHS = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11] as const

/** Null: the row is entered by hand all year. */
export function countedOf(
  row: Omit<GridRow, 'key' | 'plan' | 'counted'>,
  { choices, figures }: FromRecords,
  months: readonly Month[],
): Counted | null {
  const choice = choices.find((one) => isOne(one, row))
  const [first] = months
  if (choice === undefined || first === undefined) return null
  const from = Math.max(0, monthsBetween(first, choice.month))
  if (from >= months.length) return null
  const own = figures.filter((one) => isOne(one, row) && (row.campaignId === null || row.campaignId === one.campaignId))
  const sumIn = (at: number) => {
    const found = own.filter(({ month }) => month === months[at])
    return at < from || found.length === 0 ? null : found.reduce((sum, { value }) => sum + value, 0)
  }
  return { from, figures: MONTHS.map(sumIn) }
}

/** Whether a cell is counted from records: it shows that figure, whatever was entered. */
export function isCounted({ counted }: Pick<GridRow, 'counted'>, month: number): boolean {
  return counted !== null && month >= counted.from
}

/** The figures of a year that are counted from records; a row of which a campaign has one is shown. */
export function countedFigures({ choices, figures }: FromRecords, months: readonly Month[]): MonthFigure[] {
  const isChosen = (figure: MonthFigure) => choices.some((one) => isOne(one, figure) && figure.month >= one.month)
  return figures.filter((figure) => months.includes(figure.month) && isChosen(figure))
}

type Metric = Pick<CountedFrom, 'line' | 'channelId' | 'metric'>

function isOne(one: Metric, other: Metric): boolean {
  return one.line === other.line && one.channelId === other.channelId && one.metric === other.metric
}
