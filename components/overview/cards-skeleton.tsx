import { Skeleton } from '../ui/skeleton'

/** Cards in their place while their figures are computed. `heights` in px, from the top. */
export function CardsSkeleton({ heights }: { readonly heights: readonly number[] }) {
  return heights.map((height) => (
    <div
      key={height}
      aria-hidden="true"
      style={{ height }}
      className="order-7 rounded-3 border bg-surface p-4 shadow-1"
    >
      <Skeleton className="h-4 w-40" />
      <Skeleton className="mt-4 h-[calc(100%-36px)] w-full" />
    </div>
  ))
}
