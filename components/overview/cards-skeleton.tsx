import { Skeleton } from '../ui/skeleton'
import { BELOW, BESIDE } from './columns'

/** The cards' places while their figures are computed. */
export function CardsSkeleton() {
  return (
    <>
      <div className={BELOW}>{cards(228, 250)}</div>
      <div className={BESIDE}>{cards(290, 270, 200)}</div>
    </>
  )
}

/** Of these heights in px, from the top. */
const cards = (...heights: readonly number[]) =>
  heights.map((height) => (
    <div
      key={height}
      aria-hidden="true"
      style={{ height }}
      className="order-7 rounded-3 border bg-surface p-4 shadow-1"
    >
      <Skeleton className="h-full w-full" />
    </div>
  ))
