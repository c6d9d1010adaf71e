'use client'

import { useMemo } from 'react'
import { MonthChart } from '../chart/month-chart'
import type { ChartSeries } from '../chart/series'
import { type FigureStyle, figureText } from '../plan-vs-actual/figure-text'

type RevenueChartProps = {
  readonly label: string
  readonly months: readonly string[]
  readonly series: readonly ChartSeries[]
  readonly boundary: number
  readonly style: FigureStyle
}

/** The month chart with money on it; a leaf of its own, because a function cannot be sent from the server. */
export function RevenueChart({ style, ...chart }: RevenueChartProps) {
  const format = useMemo(() => (value: number) => figureText('revenue', value, style), [style])
  return (
    <div className="relative overflow-hidden">
      <MonthChart {...chart} formatValue={format} height={176} />
    </div>
  )
}
