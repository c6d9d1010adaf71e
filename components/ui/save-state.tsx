import { Check, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { classes } from './classes'
import { Spinner } from './spinner'

export type SaveKind = 'idle' | 'saving' | 'saved' | 'offline' | 'failed'

const COLOUR: Record<SaveKind, string> = {
  idle: 'text-text-3',
  saving: 'text-text-2',
  saved: 'text-text-2',
  offline: 'text-watch',
  failed: 'text-bad',
}

type SaveStateProps = {
  readonly kind: SaveKind
  /** What is saved, unsent or refused, in words. */
  readonly children?: ReactNode
  /** Time, or what happens next. */
  readonly detail?: ReactNode
  readonly action?: ReactNode
}

/** Where the last input stands: saving → saved → offline → failed. Announced without taking the focus. */
export function SaveState({ kind, children, detail, action }: SaveStateProps) {
  return (
    <span className={classes('inline-flex min-w-0 items-center gap-1.75 text-small', COLOUR[kind])}>
      <span role="status" className="inline-flex min-w-0 items-center gap-1.75">
        <SaveIcon kind={kind} />
        <span className="truncate">{children}</span>
        {detail !== undefined && <small className="whitespace-nowrap text-text-3">{detail}</small>}
      </span>
      {action}
    </span>
  )
}

function SaveIcon({ kind }: { readonly kind: SaveKind }) {
  if (kind === 'saving') return <Spinner />
  if (kind === 'saved') return <Check aria-hidden="true" size={14} className="shrink-0 text-good" />
  if (kind === 'idle') return null
  return <TriangleAlert aria-hidden="true" size={14} className="shrink-0" />
}
