import { Skeleton } from '../ui/skeleton'

/** The grid's geometry while its code is on the way. */
export function GridSkeleton() {
  return (
    <div
      aria-hidden="true"
      className="grid h-[calc(100dvh-var(--top-h)-116px)] min-h-60 content-start gap-3.5 overflow-hidden p-4"
    >
      {Array.from({ length: 18 }, (_, line) => `line ${line}`).map((line) => (
        <Skeleton key={line} className="h-3.5 w-full" />
      ))}
    </div>
  )
}
