import type { Chart, Plugin } from 'chart.js'
import { outlined } from './outlined'
import type { ChartTokens } from './tokens'
import type { Span, Step } from './waterfall'

type MarkOptions = {
  readonly steps: readonly Step[]
  readonly bars: readonly Span[]
  readonly tokens: ChartTokens
  readonly format: (step: Step) => string
}

/** px between two amounts, and by which every second one stands higher where they would touch. */
const GAP = 4
const SECOND_ROW = 12

/** The base line, the dashed line from each bar to the next, and each step's amount above its bar. */
export function stepMarks({ steps, bars, tokens, format }: MarkOptions): Plugin<'bar'> {
  return {
    id: 'stepMarks',
    beforeDatasetsDraw(chart: Chart<'bar'>) {
      const { ctx, chartArea, scales } = chart
      const marks = chart.getDatasetMeta(0).data
      const levelAt = (value: number) => Math.round(scales.y?.getPixelForValue(value) ?? 0) + 0.5
      ctx.save()
      ctx.strokeStyle = tokens.axis
      line(ctx, chartArea.left, chartArea.right, levelAt(0))
      ctx.setLineDash([2, 2])
      bars.slice(0, -1).forEach(([, to], index) => {
        const [mark, next] = [marks[index], marks[index + 1]]
        if (mark && next) line(ctx, mark.x, next.x, levelAt(to))
      })
      ctx.restore()
    },
    afterDatasetsDraw(chart: Chart<'bar'>) {
      const { ctx, chartArea, scales } = chart
      ctx.save()
      ctx.textAlign = 'center'
      ctx.textBaseline = 'bottom'
      ctx.lineJoin = 'round'
      ctx.font = `600 11px ${tokens.font}`
      const { left, right } = chartArea
      const halves = steps.map((step) => ctx.measureText(format(step)).width / 2)
      const isCrowded = halves.some((half) => 2 * half + GAP > (right - left) / steps.length)
      steps.forEach((step, index) => {
        const mark = chart.getDatasetMeta(0).data[index]
        const top = scales.y?.getPixelForValue(Math.max(...(bars[index] ?? [0])))
        if (!mark || top === undefined) return
        const half = halves[index] ?? 0
        const x = Math.min(Math.max(mark.x, left + half), right - half)
        const y = top - 4 - (isCrowded && index % 2 === 1 ? SECOND_ROW : 0)
        outlined(ctx, format(step), x, y, inkOf(step, tokens), tokens.surface)
      })
      ctx.restore()
    },
  }
}

/** What is no lever is written quietly; sign and direction say the rest. */
function inkOf({ kind }: Step, tokens: ChartTokens): string {
  return kind === 'quiet' ? tokens.text2 : tokens.text
}

function line(ctx: CanvasRenderingContext2D, from: number, to: number, y: number): void {
  ctx.beginPath()
  ctx.moveTo(from, y)
  ctx.lineTo(to, y)
  ctx.stroke()
}
