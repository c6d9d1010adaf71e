'use client'

import './register'
import type { Chart, ChartData } from 'chart.js'
import { useMemo, useRef } from 'react'
import { Chart as ReactChart } from 'react-chartjs-2'
import { boundaryLine } from './boundary-line'
import { barDataset, lineDataset } from './datasets'
import type { MonthChartProps } from './month-chart'
import { monthSlots } from './month-slots'
import { chartOptions } from './options'
import { DRAWN, inOrder } from './series'
import { useChartTokens } from './tokens'
import { usePrintSize } from './use-print-size'
import { valueLabels } from './value-labels'

/** The canvas of MonthChart; only ever in the browser. */
export default function MonthCanvas(props: MonthChartProps) {
  const { label, months, series, shape = 'bars', boundary = -1, formatValue, formatAxis } = props
  const tokens = useChartTokens()
  const chart = useRef<Chart<'bar' | 'line', (number | null)[]> | null>(null)
  usePrintSize(chart)
  const drawn = useMemo(() => inOrder(series, DRAWN), [series])
  const data = useMemo((): ChartData<'bar' | 'line', (number | null)[]> => {
    const dataset = shape === 'bars' ? barDataset : lineDataset
    return { labels: [...months], datasets: drawn.map((one) => dataset(one, tokens)) }
  }, [drawn, months, shape, tokens])
  const options = useMemo(
    () => chartOptions({ tokens, axis: formatAxis ?? formatValue, value: formatValue }),
    [tokens, formatAxis, formatValue],
  )
  const plugins = useMemo(
    () => [
      monthSlots(drawn.map((one) => one.kind)),
      boundaryLine(boundary, tokens),
      valueLabels({ series: drawn, tokens, format: formatValue, lastOnly: shape === 'lines' }),
    ],
    [drawn, boundary, tokens, formatValue, shape],
  )
  // Plugins are fixed when a chart is made: it is made anew when they change, which without animation is not seen.
  const key = `${shape} ${boundary} ${tokens.text} ${drawn.map((one) => one.values.join()).join('|')}`
  return (
    <ReactChart
      key={key}
      ref={chart}
      type={shape === 'bars' ? 'bar' : 'line'}
      data={data}
      options={options}
      plugins={plugins}
      role="img"
      aria-label={label}
    />
  )
}
