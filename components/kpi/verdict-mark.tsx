import type { ReactNode } from 'react'
import { classes } from '../ui/classes'

export type VerdictKind = 'good' | 'watch' | 'bad'

const COLOUR: Record<VerdictKind, string> = { good: 'text-good', watch: 'text-watch', bad: 'text-bad' }
const PILL: Record<VerdictKind, string> = { good: 'bg-good-soft', watch: 'bg-watch-soft', bad: 'bg-bad-soft' }

type VerdictMarkProps = {
  /** null: no verdict; the figure stands alone, in ink. */
  readonly verdict: VerdictKind | null
  /** What the symbol says to a screen reader: 達成, 注意, 未達. */
  readonly label?: string
  /** A soft background: once per card, beside the figure that it judges. */
  readonly pill?: boolean
  /** Symbol and figure close together, for a table's cell. */
  readonly tight?: boolean
  /** The judged figure. */
  readonly children?: ReactNode
}

/** ○ △ × with the figure that they judge. Symbol, number and colour say the same, so that colour is never alone. */
export function VerdictMark({ verdict, label, pill = false, tight = false, children }: VerdictMarkProps) {
  if (verdict === null) return <span className="whitespace-nowrap text-text-2">{children}</span>
  return (
    <span
      className={classes(
        'inline-flex items-center font-strong whitespace-nowrap',
        tight ? 'gap-0.5' : 'gap-1',
        COLOUR[verdict],
        pill && classes('rounded-full py-0.5 pr-2.25 pl-2', PILL[verdict]),
      )}
    >
      <VerdictSymbol verdict={verdict} label={label} />
      {children}
    </span>
  )
}

/** The symbol alone, for legends. */
export function VerdictSymbol({ verdict, label }: { readonly verdict: VerdictKind; readonly label?: string }) {
  return (
    <svg
      viewBox="0 0 12 12"
      role={label === undefined ? undefined : 'img'}
      aria-label={label}
      aria-hidden={label === undefined || undefined}
      className="size-[0.86em] shrink-0 fill-none stroke-current stroke-[1.7]"
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      {verdict === 'good' && <circle cx="6" cy="6" r="4.4" />}
      {verdict === 'watch' && <path d="M6 1.7 10.8 10.2H1.2Z" />}
      {verdict === 'bad' && <path d="m2 2 8 8M10 2l-8 8" />}
    </svg>
  )
}
