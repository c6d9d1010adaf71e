/** ◥ in a cell's corner: something is told of this figure beside it. The cell must be positioned. */
export function CornerMark() {
  return (
    <span
      aria-hidden="true"
      className="pointer-events-none absolute top-0 right-0 size-0 border-t-6 border-l-6 border-t-text-2 border-l-transparent"
    />
  )
}
