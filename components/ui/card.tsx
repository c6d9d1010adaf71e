import type { ReactNode } from 'react'
import { classes } from './classes'

type CardProps = {
  readonly title?: ReactNode
  /** What limits the figures below: unit, period, basis. */
  readonly hint?: ReactNode
  /** Right end of the header: legend, switch, link. */
  readonly actions?: ReactNode
  /** Draws children to the card's edge (tables). */
  readonly flush?: boolean
  readonly className?: string
  readonly children?: ReactNode
}

/** A section under a heading; only what scrolls inside it is a landmark. Never a card in a card. */
export function Card({ title, hint, actions, flush = false, className, children }: CardProps) {
  const headed = title !== undefined || actions !== undefined
  return (
    <section className={classes('min-w-0 rounded-3 border bg-surface shadow-1', className)}>
      {headed && (
        <header className="flex min-h-11 flex-wrap items-center gap-x-2.5 gap-y-1 px-4 pt-2.5 pb-1.5">
          {title !== undefined && <h2 className="text-read leading-ui whitespace-nowrap">{title}</h2>}
          {hint !== undefined && <span className="text-small text-text-3">{hint}</span>}
          {actions !== undefined && (
            <div className="ml-auto flex items-center gap-2.5 text-small text-text-2">{actions}</div>
          )}
        </header>
      )}
      {flush ? children : <div className={headed ? 'px-4 pb-4' : 'p-4'}>{children}</div>}
    </section>
  )
}
