import type { Chart, Plugin } from 'chart.js'
import type { ChartSeries } from './series'
import type { ChartTokens } from './tokens'

type LabelOptions = {
  readonly series: readonly ChartSeries[]
  readonly tokens: ChartTokens
  readonly format: (value: number) => string
  /** Lines get one label, at their last value. */
  readonly lastOnly: boolean
}

/** Values above actual and forecast marks, at most one each; none where they would touch. */
export function valueLabels({ series, tokens, format, lastOnly }: LabelOptions): Plugin<'bar' | 'line'> {
  return {
    id: 'valueLabels',
    afterDatasetsDraw(chart: Chart) {
      const { ctx } = chart
      ctx.save()
      ctx.textAlign = 'center'
      ctx.textBaseline = 'bottom'
      ctx.lineJoin = 'round'
      const slot = (chart.scales.x?.width ?? 0) / Math.max(1, chart.data.labels?.length ?? 1)
      series.forEach((one, index) => {
        if (one.kind !== 'actual' && one.kind !== 'forecast') return
        const strong = one.kind === 'actual'
        ctx.font = `${strong ? 600 : 400} 11px ${tokens.font}`
        const last = one.values.findLastIndex((value) => value !== null)
        const widest = Math.max(
          0,
          ...one.values.map((value) => (value === null ? 0 : ctx.measureText(format(value)).width)),
        )
        if (!lastOnly && widest > slot - 8) return
        chart.getDatasetMeta(index).data.forEach((element, month) => {
          const value = one.values[month] ?? null
          if (value === null || (lastOnly && month !== last)) return
          const x = clamp(element.x, chart.chartArea.left + 14, chart.chartArea.right - 14)
          outlined(ctx, format(value), x, element.y - 4, strong ? tokens.text : tokens.text2, tokens.surface)
        })
      })
      ctx.restore()
    },
  }
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(Math.max(value, low), high)
}

/** A halo in the colour of the paper keeps the text readable on grid lines and outlines. */
function outlined(ctx: CanvasRenderingContext2D, text: string, x: number, y: number, ink: string, paper: string): void {
  ctx.strokeStyle = paper
  ctx.lineWidth = 3
  ctx.strokeText(text, x, y)
  ctx.fillStyle = ink
  ctx.fillText(text, x, y)
}
