import { classes } from './classes'

/** A ring that turns while something is under way. Decoration: say in words what is under way. */
export function Spinner({ className }: { className?: string }) {
  return (
    <span
      aria-hidden="true"
      className={classes(
        'inline-block size-3.25 shrink-0 animate-spin rounded-full border-2 border-border-strong border-t-accent',
        className,
      )}
    />
  )
}
