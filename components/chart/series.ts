/** What a series is decides how it is drawn: plan outlined, actual solid, forecast hatched, last year thin. */
export type SeriesKind = 'plan' | 'actual' | 'forecast' | 'lastYear'

/** One series over the months of the axis. null: nothing to draw, which is not 0. */
export type ChartSeries = {
  readonly kind: SeriesKind
  /** 計画, 実績 …: legend and text alternative. */
  readonly label: string
  readonly values: readonly (number | null)[]
}

/** Back to front. */
export const DRAWN: readonly SeriesKind[] = ['lastYear', 'actual', 'forecast', 'plan']

/** Order of legends and tables. */
export const NAMED: readonly SeriesKind[] = ['plan', 'actual', 'forecast', 'lastYear']

export function inOrder(series: readonly ChartSeries[], order: readonly SeriesKind[]): readonly ChartSeries[] {
  return order.flatMap((kind) => series.filter((one) => one.kind === kind))
}
