import type { ChartOptions, Scale } from 'chart.js'
import type { ChartTokens } from './tokens'

/** A chart narrower than this writes 10 for 10月: twelve months in full would touch. */
const NARROW = 420

/** Bars start at 0, at most five grid lines, nothing moves by itself. `axis` writes a tick. */
export function chartOptions(tokens: ChartTokens, axis: (value: number) => string): ChartOptions<'bar'> {
  const font = { family: tokens.font, size: 11 }
  return {
    animation: false,
    responsive: true,
    maintainAspectRatio: false,
    events: [],
    layout: { padding: { top: 20, right: 2 } },
    scales: {
      x: {
        grid: { display: false },
        border: { color: tokens.axis },
        ticks: { color: tokens.text3, font, maxRotation: 0, autoSkip: false, padding: 2, callback: monthTick },
      },
      y: {
        beginAtZero: true,
        border: { display: false },
        grid: { color: tokens.grid, tickLength: 0 },
        ticks: { color: tokens.text3, font, maxTicksLimit: 5, padding: 8, callback: (tick) => axis(Number(tick)) },
      },
    },
  }
}

function monthTick(this: Scale, value: number | string): string {
  const name = this.getLabelForValue(Number(value))
  return this.chart.width < NARROW ? name.replace(/月$/, '') : name
}
