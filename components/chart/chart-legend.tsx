import { classes } from '../ui/classes'
import { type ChartSeries, NAMED, type SeriesKind } from './series'

const SWATCH: Record<SeriesKind, string> = {
  plan: 'size-3 rounded-[2px] border-[1.5px] border-series-plan',
  actual: 'size-3 rounded-[2px] bg-series-actual',
  forecast: 'size-3 rounded-[2px] hatch-series border border-series-forecast',
  lastYear: 'size-3 rounded-[2px] bg-series-last',
}

type ChartLegendProps = {
  readonly series: readonly Pick<ChartSeries, 'kind' | 'label'>[]
}

/** Which mark is what: in the card's header, right, in the order plan, actual, forecast, last year. */
export function ChartLegend({ series }: ChartLegendProps) {
  return (
    <ul className="flex items-center gap-4 text-small whitespace-nowrap text-text-2 max-tablet:gap-2.5">
      {NAMED.flatMap((kind) => series.filter((one) => one.kind === kind)).map((one) => (
        <li key={one.kind} className="inline-flex items-center gap-1.5">
          <span aria-hidden="true" className={classes('shrink-0', SWATCH[one.kind])} />
          {one.label}
        </li>
      ))}
    </ul>
  )
}
