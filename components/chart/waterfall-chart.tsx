'use client'

import dynamic from 'next/dynamic'
import { Skeleton } from '../ui/skeleton'
import type { Step } from './waterfall'

export type WaterfallChartProps = {
  /** What the chart says, in a sentence: its text alternative. */
  readonly label: string
  readonly steps: readonly Step[]
  /** Writes a step's amount at its bar and in the alternative table; effects carry their sign. Must be stable. */
  readonly formatStep: (step: Step) => string
  /** Heads of the alternative table: what a row is, and what its figure is. */
  readonly heads: readonly [step: string, amount: string]
  /** An address per step (data-figure), under which a panel finds it; steps are then reached by keyboard. */
  readonly addressOf?: (step: Step) => string
  /** px, of the bars without the names below them */
  readonly height?: number
}

// chart.js needs a canvas: nothing of it runs or is sent with the server's HTML.
const WaterfallCanvas = dynamic(() => import('./waterfall-canvas'), {
  ssr: false,
  loading: () => <Skeleton className="h-full w-full" />,
})

/** From one total to another, step by step: ups, downs and what is neither. Names stand below, as text. */
export function WaterfallChart(props: WaterfallChartProps) {
  const { label, steps, formatStep, heads, addressOf, height = 178 } = props
  return (
    <figure className="m-0 min-w-0">
      <div className="relative" data-figures>
        <div className="relative min-w-0" style={{ height }}>
          <WaterfallCanvas {...props} />
        </div>
        <ol
          aria-hidden={addressOf === undefined || undefined}
          className="relative grid auto-cols-[minmax(0,1fr)] grid-flow-col text-center text-micro leading-[1.25] text-text-2 [word-break:keep-all] [overflow-wrap:anywhere]"
        >
          {steps.map((step) => (
            <li key={step.key} className="min-w-0">
              <span
                data-figure={addressOf?.(step)}
                tabIndex={addressOf && -1}
                className={step.kind === 'total' ? 'block pt-1.5 font-strong text-text' : 'block pt-1.5'}
                // The whole column is the target: its bar may be a hairline.
                style={{ marginTop: -height, paddingTop: height + 6 }}
              >
                {step.label}
                <span className="sr-only"> {formatStep(step)}</span>
              </span>
            </li>
          ))}
        </ol>
      </div>
      <table className="sr-only">
        <caption>{label}</caption>
        <thead>
          <tr>
            <th scope="col">{heads[0]}</th>
            <th scope="col">{heads[1]}</th>
          </tr>
        </thead>
        <tbody>
          {steps.map((step) => (
            <tr key={step.key}>
              <th scope="row">{step.label}</th>
              <td>{formatStep(step)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </figure>
  )
}
