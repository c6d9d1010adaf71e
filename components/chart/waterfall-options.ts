import type { ChartOptions } from 'chart.js'

/** Slots of equal width from edge to edge, so that the names below, which are text, stand under their bars. */
export const waterfallOptions: ChartOptions<'bar'> = {
  animation: false,
  responsive: true,
  maintainAspectRatio: false,
  events: [],
  layout: { padding: { top: 20, bottom: 1 } },
  scales: {
    x: { display: false },
    y: { display: false, beginAtZero: true },
  },
}
