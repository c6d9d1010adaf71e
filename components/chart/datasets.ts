import type { ChartDataset } from 'chart.js'
import { hatch } from './hatch'
import type { ChartSeries, SeriesKind } from './series'
import type { ChartTokens } from './tokens'

export type MonthDataset = ChartDataset<'bar', (number | null)[]>

/** A series as bars: plan outlined, actual solid, forecast hatched, last year light. */
export function barDataset(series: ChartSeries, tokens: ChartTokens): MonthDataset {
  return {
    label: series.label,
    data: [...series.values],
    grouped: false,
    borderSkipped: 'start',
    borderRadius: 2,
    ...BARS[series.kind](tokens),
  }
}

type Fill = { backgroundColor: string | CanvasPattern; borderColor: string; borderWidth: number }

const BARS: Record<SeriesKind, (tokens: ChartTokens) => Fill> = {
  plan: (t) => ({ backgroundColor: 'transparent', borderColor: t.plan, borderWidth: 1.25 }),
  actual: (t) => ({ backgroundColor: t.actual, borderColor: t.actual, borderWidth: 0 }),
  forecast: (t) => ({ backgroundColor: hatch(t.forecast, t.forecastGap), borderColor: t.forecast, borderWidth: 1 }),
  lastYear: (t) => ({ backgroundColor: t.lastYear, borderColor: t.lastYear, borderWidth: 0 }),
}
