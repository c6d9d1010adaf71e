import { Channels } from './channels'
import type { CardProps } from './overview-props'
import { RevenueByMonth } from './revenue-by-month'

/** Below the goal: its months and its channels. */
export default function YearCards(props: CardProps) {
  return (
    <>
      <RevenueByMonth {...props} />
      <Channels {...props} />
    </>
  )
}
