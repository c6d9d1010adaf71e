'use client'

import dynamic from 'next/dynamic'
import { Skeleton } from '../ui/skeleton'
import { type ChartSeries, inOrder, NAMED } from './series'

export type MonthChartProps = {
  /** What the chart says, in a sentence: its text alternative. */
  readonly label: string
  /** Names of the slots, in order. */
  readonly months: readonly string[]
  readonly series: readonly ChartSeries[]
  /** Index of the last month with actuals: a dashed line follows it. −1: none. */
  readonly boundary?: number
  /** Writes a value on its mark, in the hover text and in the alternative table. Must be stable. */
  readonly formatValue: (value: number) => string
  /** Writes a tick; formatValue if left out. */
  readonly formatAxis?: (value: number) => string
  /** px */
  readonly height?: number
}

// chart.js needs a canvas: nothing of it runs or is sent with the server's HTML.
const MonthCanvas = dynamic(() => import('./month-canvas'), {
  ssr: false,
  loading: () => <Skeleton className="h-full w-full" />,
})

/** Plan, actual, forecast and last year by month. Legend and unit belong into the card's header (ChartLegend). */
export function MonthChart(props: MonthChartProps) {
  const { label, months, series, formatValue, height = 208 } = props
  return (
    <figure className="m-0 min-w-0">
      <div className="relative min-w-0" style={{ height }}>
        <MonthCanvas {...props} />
      </div>
      <table className="sr-only">
        <caption>{label}</caption>
        <thead>
          <tr>
            <td />
            {months.map((month) => (
              <th key={month} scope="col">
                {month}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {inOrder(series, NAMED).map((one) => (
            <tr key={one.kind}>
              <th scope="row">{one.label}</th>
              {months.map((month, index) => {
                const value = one.values[index] ?? null
                return <td key={month}>{value === null ? '' : formatValue(value)}</td>
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </figure>
  )
}
