'use client'

import './register'
import type { Chart, ChartData } from 'chart.js'
import dynamic from 'next/dynamic'
import { type PointerEvent, useMemo, useRef, useState } from 'react'
import { Chart as ReactChart } from 'react-chartjs-2'
import { boundaryLine } from './boundary-line'
import { barDataset } from './datasets'
import type { MonthChartProps } from './month-chart'
import { monthSlots } from './month-slots'
import { chartOptions } from './options'
import { DRAWN, inOrder } from './series'
import { useChartTokens } from './tokens'
import { usePrintSize } from './use-print-size'
import { valueLabels } from './value-labels'

// For who points at a month.
const ChartTip = dynamic(() => import('./chart-tip'), { ssr: false })

type BarChart = Chart<'bar', (number | null)[]>

/** The canvas of MonthChart; only ever in the browser. */
export default function MonthCanvas(props: MonthChartProps) {
  const { label, months, series, boundary = -1, formatValue, formatAxis } = props
  const tokens = useChartTokens()
  const chart = useRef<BarChart | null>(null)
  const [pointed, setPointed] = useState<Pointed | null>(null)
  usePrintSize(chart)
  const drawn = useMemo(() => inOrder(series, DRAWN), [series])
  const data = useMemo(
    (): ChartData<'bar', (number | null)[]> => ({
      labels: [...months],
      datasets: drawn.map((one) => barDataset(one, tokens)),
    }),
    [drawn, months, tokens],
  )
  const options = useMemo(() => chartOptions(tokens, formatAxis ?? formatValue), [tokens, formatAxis, formatValue])
  const plugins = useMemo(
    () => [
      monthSlots(drawn.map((one) => one.kind)),
      boundaryLine(boundary, tokens),
      valueLabels({ series: drawn, tokens, format: formatValue }),
    ],
    [drawn, boundary, tokens, formatValue],
  )
  // Plugins are fixed when a chart is made: it is made anew when they change, which without animation is not seen.
  const key = `${boundary} ${tokens.text} ${drawn.map((one) => one.values.join()).join('|')}`
  return (
    <div
      className="h-full"
      onPointerMove={(event) => setPointed(chart.current && pointedAt(event, chart.current))}
      onPointerLeave={() => setPointed(null)}
    >
      <ReactChart
        key={key}
        ref={chart}
        type="bar"
        data={data}
        options={options}
        plugins={plugins}
        role="img"
        aria-label={label}
      />
      {pointed && <ChartTip title={months[pointed.month] ?? ''} {...pointed} series={series} format={formatValue} />}
    </div>
  )
}

type Pointed = { readonly month: number; readonly at: number; readonly width: number }

/** Which month lies under the pointer; null beside the months. */
function pointedAt(event: PointerEvent<HTMLElement>, { scales, chartArea, width, data }: BarChart): Pointed | null {
  const { left } = event.currentTarget.getBoundingClientRect()
  const at = event.clientX - left
  const slots = data.labels?.length ?? 0
  const month = Math.floor(((at - chartArea.left) / chartArea.width) * slots)
  if (month < 0 || month >= slots) return null
  return { month, at: scales.x?.getPixelForValue(month) ?? at, width }
}
