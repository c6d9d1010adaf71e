'use client'

import './register'
import type { Chart, ChartData } from 'chart.js'
import { useMemo, useRef } from 'react'
import { Chart as ReactChart } from 'react-chartjs-2'
import { hatch } from './hatch'
import { type ChartTokens, useChartTokens } from './tokens'
import { usePrintSize } from './use-print-size'
import { baseOf, type Span, type Step, spans } from './waterfall'
import type { WaterfallChartProps } from './waterfall-chart'
import { stepMarks } from './waterfall-marks'
import { waterfallOptions } from './waterfall-options'

/** The canvas of WaterfallChart; only ever in the browser. */
export default function WaterfallCanvas({ label, steps, formatStep }: WaterfallChartProps) {
  const tokens = useChartTokens()
  const chart = useRef<Chart<'bar', [number, number][]> | null>(null)
  usePrintSize(chart)
  const bars = useMemo(() => spans(steps, baseOf(steps)), [steps])
  const data = useMemo(() => barsOf(steps, bars, tokens), [steps, bars, tokens])
  const plugins = useMemo(
    () => [stepMarks({ steps, bars, tokens, format: formatStep })],
    [steps, bars, tokens, formatStep],
  )
  // Plugins are fixed when a chart is made: it is made anew when they change, which without animation is not seen.
  const key = `${tokens.text} ${bars.join(' ')} ${steps.map(formatStep).join(' ')}`
  return (
    <ReactChart
      key={key}
      ref={chart}
      type="bar"
      data={data}
      options={waterfallOptions}
      plugins={plugins}
      role="img"
      aria-label={label}
    />
  )
}

function barsOf(
  steps: readonly Step[],
  bars: readonly Span[],
  tokens: ChartTokens,
): ChartData<'bar', [number, number][]> {
  const timing = hatch(tokens.bridgeTiming, tokens.forecastGap)
  const fill = ({ kind, amount }: Step) => {
    if (kind === 'total') return tokens.bridgeTotal
    if (kind === 'quiet') return timing
    if (amount === 0) return tokens.bridgeTiming
    return amount < 0 ? tokens.bridgeDown : tokens.bridgeUp
  }
  return {
    labels: steps.map((step) => step.label),
    datasets: [
      {
        data: bars.map(([from, to]) => [from, to]),
        backgroundColor: steps.map(fill),
        borderColor: tokens.bridgeTiming,
        borderWidth: steps.map(({ kind }) => (kind === 'quiet' ? 1 : 0)),
        borderSkipped: false,
        borderRadius: 2,
        minBarLength: 2,
        categoryPercentage: 1,
        barPercentage: 0.62,
        maxBarThickness: 48,
      },
    ],
  }
}
