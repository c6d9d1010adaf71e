import type { ChartOptions } from 'chart.js'

/** Slots of equal width from edge to edge, so that the names below, which are text, stand under their bars. */
export const waterfallOptions: ChartOptions<'bar'> = {
  animation: false,
  responsive: true,
  maintainAspectRatio: false,
  events: [],
  // Room for two rows of amounts, where they are too wide for one.
  layout: { padding: { top: 32, bottom: 1 } },
  scales: {
    x: { display: false },
    y: { display: false, beginAtZero: true },
  },
}
