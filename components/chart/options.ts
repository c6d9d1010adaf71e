import type { ChartOptions, Scale } from 'chart.js'
import type { ChartTokens } from './tokens'

type OptionsInput = {
  readonly tokens: ChartTokens
  readonly axis: (value: number) => string
  readonly value: (value: number) => string
}

/** A chart narrower than this writes 10 for 10月: twelve months in full would touch. */
const NARROW = 420

/** Bars start at 0, at most five grid lines, nothing moves by itself. */
export function chartOptions({ tokens, axis, value }: OptionsInput): ChartOptions<'bar' | 'line'> {
  const font = { family: tokens.font, size: 11 }
  return {
    animation: false,
    responsive: true,
    maintainAspectRatio: false,
    layout: { padding: { top: 20, right: 2 } },
    interaction: { mode: 'index', intersect: false },
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
    plugins: {
      tooltip: {
        backgroundColor: tokens.inverse,
        titleColor: tokens.onInverse,
        bodyColor: tokens.onInverse,
        titleFont: { ...font, weight: 600 },
        bodyFont: { ...font, size: 12 },
        padding: 8,
        cornerRadius: 6,
        displayColors: false,
        callbacks: {
          label: (item) => (item.parsed.y === null ? '' : `${item.dataset.label ?? ''}  ${value(item.parsed.y)}`),
        },
      },
    },
  }
}

function monthTick(this: Scale, value: number | string): string {
  const name = this.getLabelForValue(Number(value))
  return this.chart.width < NARROW ? name.replace(/月$/, '') : name
}
