import { Card } from '../ui/card'
import { Skeleton } from '../ui/skeleton'

/** Blocks of the closed table: revenue, its three lines, five stages and cost, of six lines each. */
const BLOCKS = [
  'revenue',
  'existing',
  'salesSourced',
  'marketing',
  'won',
  'opportunity',
  'mql',
  'lead',
  'visit',
  'cost',
]

/** The place of charts and table while their figures are computed. */
export function FiguresSkeleton() {
  return (
    <>
      <ChartsSkeleton />
      <TableSkeleton />
    </>
  )
}

/** The table's place: 10 blocks of 6 lines, 27 px each, below the head. */
function TableSkeleton() {
  return (
    <Card flush className="pt-11">
      <div aria-hidden="true" className="h-7 border-t bg-surface-2" />
      {BLOCKS.map((block) => (
        <div key={block} aria-hidden="true" className="flex h-[162px] items-start gap-6 border-t px-4 py-2">
          <Skeleton className="h-3 w-24" />
          <Skeleton className="h-3 flex-1" />
        </div>
      ))}
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
