import { classes } from '../ui/classes'

/** The mark: an arrow that turns back, from the goal to the first step. */
export function BrandMark({ className }: { readonly className?: string }) {
  return (
    <svg viewBox="0 0 20 20" aria-hidden="true" className={classes('size-5 shrink-0', className)}>
      <rect width="20" height="20" rx="5.5" className="fill-accent" />
      <path
        d="M6 6.4h5.4a3.2 3.2 0 0 1 0 6.4H6.6m2.5-2.6-2.6 2.6 2.6 2.6"
        className="fill-none stroke-on-accent stroke-[1.7]"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  )
}

/** Mark and name; in the rail the mark alone, the name for screen readers. */
export function Brand({ name }: { readonly name: string }) {
  return (
    <span className="flex items-center justify-center gap-2 py-0.5 text-[15px] font-strong tracking-[0.06em] wide:justify-start wide:px-1.5">
      <BrandMark />
      <span className="sr-only wide:not-sr-only">{name}</span>
    </span>
  )
}
