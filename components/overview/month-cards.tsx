import { MissingCard } from './missing-card'
import { MonthKpis, RunningMonth } from './month-kpis'
import type { CardProps } from './overview-props'

/** Beside the goal: the last month with actuals, the month in progress, what is still to enter. */
export default function MonthCards(props: CardProps) {
  return (
    <>
      <MonthKpis {...props} />
      <RunningMonth {...props} />
      <MissingCard {...props} />
    </>
  )
}
