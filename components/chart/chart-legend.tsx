import { classes } from '../ui/classes'
import { type ChartSeries, NAMED, type SeriesKind } from './series'

const SWATCH: Record<SeriesKind, string> = {
  plan: 'border-[1.5px] border-series-plan',
  actual: 'bg-series-actual',
  forecast: 'hatch-series border border-series-forecast',
  lastYear: 'bg-series-last',
}

/** Which mark is what: in the card's header, right, in the order plan, actual, forecast, last year. */
export function ChartLegend({ series }: { readonly series: readonly Pick<ChartSeries, 'kind' | 'label'>[] }) {
  return (
    <ul className="flex items-center gap-4 text-small whitespace-nowrap text-text-2 max-tablet:gap-2.5">
      {NAMED.flatMap((kind) => series.filter((one) => one.kind === kind)).map((one) => (
        <li key={one.kind} className="inline-flex items-center gap-1.5">
          <span aria-hidden="true" className={classes('size-3 shrink-0 rounded-[2px]', SWATCH[one.kind])} />
          {one.label}
        </li>
      ))}
    </ul>
  )
}
