import type { ChartDataset } from 'chart.js'
import { hatch } from './hatch'
import type { ChartSeries, SeriesKind } from './series'
import type { ChartTokens } from './tokens'

/** The charts' datasets have one type, bars and lines alike. */
export type MonthDataset = ChartDataset<'bar' | 'line', (number | null)[]>

/** A series as bars: plan outlined, actual solid, forecast hatched, last year light. */
export function barDataset(series: ChartSeries, tokens: ChartTokens): MonthDataset {
  return {
    type: 'bar',
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

/** A series as a straight line: plan dashed, actual thick, forecast dotted, last year thin. */
export function lineDataset(series: ChartSeries, tokens: ChartTokens): MonthDataset {
  const last = series.values.findLastIndex((value) => value !== null)
  const colour = tokens[series.kind]
  return {
    type: 'line',
    label: series.label,
    data: [...series.values],
    tension: 0,
    borderColor: colour,
    backgroundColor: colour,
    pointBackgroundColor: colour,
    pointBorderColor: tokens.surface,
    pointBorderWidth: 1.5,
    pointRadius: series.values.map((_, month) => (series.kind === 'actual' && month === last ? 4 : 0)),
    pointHitRadius: 12,
    ...LINES[series.kind],
  }
}

const LINES: Record<SeriesKind, { borderWidth: number; borderDash?: number[] }> = {
  plan: { borderWidth: 1.5, borderDash: [5, 4] },
  actual: { borderWidth: 2.5 },
  forecast: { borderWidth: 2, borderDash: [2, 3] },
  lastYear: { borderWidth: 1.5 },
}
