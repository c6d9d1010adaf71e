import { Card } from '../ui/card'
import { Skeleton } from '../ui/skeleton'

/** The place of charts and table while their figures are computed. */
export function FiguresSkeleton() {
  return (
    <>
      <ChartsSkeleton />
      <TableSkeleton />
    </>
  )
}

/** The table's place: below the head 10 blocks of 6 lines, 27 px each, closed by a line. */
function TableSkeleton() {
  return (
    <Card flush className="pt-11">
      <div aria-hidden="true" className="h-7 border-t bg-surface-2" />
      <div
        aria-hidden="true"
        className="h-[1620px] animate-appear bg-[repeating-linear-gradient(var(--border)_0_1px,transparent_1px_162px)]"
      />
    </Card>
  )
}

/** The two charts' place. */
function ChartsSkeleton() {
  return (
    <div aria-hidden="true" className="grid gap-3 laptop:grid-cols-2">
      <Skeleton className="h-[336px] rounded-3" />
      <Skeleton className="h-[336px] rounded-3" />
    </div>
  )
}
