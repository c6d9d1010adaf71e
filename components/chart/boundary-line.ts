import type { Chart, Plugin } from 'chart.js'
import type { ChartTokens } from './tokens'

/** A dashed line behind the last month with actuals. `index` −1: none yet, no line. */
export function boundaryLine(index: number, tokens: ChartTokens): Plugin<'bar'> {
  return {
    id: 'boundaryLine',
    beforeDatasetsDraw(chart: Chart<'bar'>) {
      const scale = chart.scales.x
      const months = chart.data.labels?.length ?? 0
      if (scale === undefined || index < 0 || index >= months - 1) return
      const x = Math.round((scale.getPixelForValue(index) + scale.getPixelForValue(index + 1)) / 2) + 0.5
      const { ctx, chartArea } = chart
      ctx.save()
      ctx.strokeStyle = tokens.axis
      ctx.setLineDash([2, 2])
      ctx.beginPath()
      ctx.moveTo(x, chartArea.top)
      ctx.lineTo(x, chartArea.bottom)
      ctx.stroke()
      ctx.restore()
    },
  }
}
