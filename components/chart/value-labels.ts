import type { Chart, Plugin } from 'chart.js'
import { barInSlot } from './month-slots'
import { outlined } from './outlined'
import type { ChartSeries, SeriesKind } from './series'
import type { ChartTokens } from './tokens'

type LabelOptions = {
  readonly series: readonly ChartSeries[]
  readonly tokens: ChartTokens
  readonly format: (value: number) => string
}

/** px from a mark to its label, and a line of its text. */
const GAP = 4
const LINE = 12

/** Values at actual and forecast marks, at most one each; none where they would touch. */
export function valueLabels({ series, tokens, format }: LabelOptions): Plugin<'bar'> {
  return {
    id: 'valueLabels',
    afterDatasetsDraw(chart: Chart<'bar'>) {
      const { ctx } = chart
      ctx.save()
      ctx.textAlign = 'center'
      ctx.textBaseline = 'bottom'
      ctx.lineJoin = 'round'
      series.forEach((one, index) => {
        if (one.kind !== 'actual' && one.kind !== 'forecast') return
        const strong = one.kind === 'actual'
        ctx.font = `${strong ? 600 : 400} 11px ${tokens.font}`
        const width = (value: number | null) => (value === null ? 0 : ctx.measureText(format(value)).width)
        if (Math.max(0, ...one.values.map(width)) > slotOf(chart) - 8) return
        chart.getDatasetMeta(index).data.forEach((element, month) => {
          const value = one.values[month] ?? null
          if (value === null) return
          const x = clamp(element.x, chart.chartArea.left + 14, chart.chartArea.right - 14)
          const tops = topsAt(chart, series, month)
          const y = aboveBars({ x, top: element.y, width: width(value) }, one.kind, tops)
          // In the colour of its mark: it belongs to the actual also where it stands above a taller plan.
          outlined(ctx, format(value), x, y, strong ? tokens.actual : tokens.text2, tokens.surface)
        })
      })
      ctx.restore()
    },
  }
}

type Top = { readonly kind: SeriesKind; readonly y: number; readonly x: number; readonly width: number }

const slotOf = (chart: Chart<'bar'>) => (chart.scales.x?.width ?? 0) / Math.max(1, chart.data.labels?.length ?? 1)

/** Where the marks of one month end, and how wide they are as bars. */
function topsAt(chart: Chart<'bar'>, series: readonly ChartSeries[], month: number): Top[] {
  const centre = chart.scales.x?.getPixelForValue(month) ?? 0
  const withLastYear = series.some(({ kind }) => kind === 'lastYear')
  return series.flatMap(({ kind, values }, index) => {
    const element = chart.getDatasetMeta(index).data[month]
    if (element === undefined || (values[month] ?? null) === null) return []
    return [{ kind, y: element.y, ...barInSlot(kind, centre, slotOf(chart), withLastYear) }]
  })
}

/** Lifts a label over every taller bar that it would run into; one that fits inside the plan's outline stays. */
function aboveBars(label: { x: number; top: number; width: number }, own: SeriesKind, tops: readonly Top[]): number {
  const others = tops.filter(({ kind }) => kind !== own).sort((a, b) => b.y - a.y)
  return (
    others.reduce((top, other) => {
      const isBeside = Math.abs(other.x - label.x) >= (other.width + label.width) / 2
      const isBelow = other.y >= top
      const isAround = other.kind === 'plan' && label.width <= other.width - 4 && other.y < top - GAP - LINE
      return isBeside || isBelow || isAround ? top : Math.min(top, other.y)
    }, label.top) - GAP
  )
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(Math.max(value, low), high)
}
