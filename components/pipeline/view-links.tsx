import type { ReactNode } from 'react'
import { classes } from '../ui/classes'
import { Link } from '../ui/link'

export type ViewLink = { readonly key: string; readonly label: ReactNode; readonly href: string }

type ViewLinksProps = {
  /** Names the group for a screen reader. */
  readonly label: string
  readonly links: readonly ViewLink[]
  readonly current: string
  /** Tabs of the page, or a choice inside a card. */
  readonly small?: boolean
  /** Shown before the links. */
  readonly caption?: ReactNode
}

/** One of a few views, each with an address of its own: links, so that any of them can be sent or opened beside. */
export function ViewLinks({ label, links, current, small = false, caption }: ViewLinksProps) {
  return (
    <nav aria-label={label} className="flex max-w-full items-center gap-1.5">
      {caption !== undefined && <span className="text-small whitespace-nowrap text-text-3">{caption}</span>}
      <ul className="flex max-w-full gap-0.5 overflow-x-auto rounded-2 border border-border-control bg-surface p-0.5">
        {links.map(({ key, label: words, href }) => (
          <li key={key} className="flex">
            <Link
              href={href}
              scroll={false}
              aria-current={key === current ? 'true' : undefined}
              className={classes(
                'inline-flex items-center rounded-[4px] whitespace-nowrap text-text-2 outline-offset-[-2px] transition-colors hover:text-text pointer-coarse:min-h-10',
                'aria-[current=true]:bg-accent-soft aria-[current=true]:font-strong aria-[current=true]:text-accent',
                small ? 'h-5 px-2 text-small' : 'h-6.5 px-2.75',
              )}
            >
              {words}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
