import type { ReactNode } from 'react'
import { classes } from '../ui/classes'

type PageBodyProps = {
  /** Uses all of the window: pages that are one big table. */
  readonly wide?: boolean
  readonly className?: string
  readonly children: ReactNode
}

/** What stands below the top bar: padding 16/24, cards 12 px apart. */
export function PageBody({ wide = false, className, children }: PageBodyProps) {
  return (
    <div
      className={classes(
        'grid grid-cols-[minmax(0,1fr)] gap-3 px-6 pt-4 pb-5 max-tablet:px-3 max-tablet:pt-3 print:p-0',
        !wide && 'max-w-(--page-max)',
        className,
      )}
    >
      {children}
    </div>
  )
}
