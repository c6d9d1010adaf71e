/** A soft edge right of the frozen columns, once something has scrolled under them. */
export function FrozenEdge() {
  return (
    <span
      aria-hidden="true"
      className="pointer-events-none absolute inset-y-0 left-full ml-px hidden w-2 bg-linear-to-r from-scrim/30 to-transparent group-data-[scrolled]/table:block print:hidden"
    />
  )
}
