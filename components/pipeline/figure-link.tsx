import type { ReactNode } from 'react'
import { Link } from '../ui/link'

/** A figure that opens its records. What is 0 or undefined has none, and is no link. */
export function FigureLink({
  href,
  children,
  count,
}: {
  readonly href: string
  readonly children: ReactNode
  readonly count: number
}) {
  if (count === 0) return <span className="text-text-3">{children}</span>
  return (
    <Link
      href={href}
      className="text-text underline decoration-border-control decoration-dotted underline-offset-3 hover:text-accent hover:decoration-accent hover:decoration-solid"
    >
      {children}
    </Link>
  )
}
