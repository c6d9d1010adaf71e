import { classes } from '../ui/classes'
import { type ChartSeries, inOrder, NAMED } from './series'

type ChartTipProps = {
  readonly title: string
  /** Index of the month in every series. */
  readonly month: number
  readonly series: readonly ChartSeries[]
  readonly format: (value: number) => string
  /** px from the chart's left edge, and its width: past the middle the tip stands on the other side. */
  readonly at: number
  readonly width: number
}

/** The values of the month under the pointer. They also stand in the chart's table, so this is for the eye alone. */
export default function ChartTip({ title, month, series, format, at, width }: ChartTipProps) {
  const isLate = at > width / 2
  return (
    <div
      aria-hidden="true"
      className={classes(
        'pointer-events-none absolute top-1 z-10 grid gap-x-3 rounded-2 bg-surface-inverse px-2 py-1.5 text-small whitespace-nowrap text-text-inverse',
        'grid-cols-[auto_auto]',
        isLate && '-translate-x-full',
      )}
      style={{ left: isLate ? at - 10 : at + 10 }}
    >
      <b className="col-span-2">{title}</b>
      {inOrder(series, NAMED).map((one) => {
        const value = one.values[month] ?? null
        return value === null ? null : (
          <div key={one.kind} className="contents">
            <span>{one.label}</span>
            <span className="text-right">{format(value)}</span>
          </div>
        )
      })}
    </div>
  )
}
