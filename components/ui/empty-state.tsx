import type { ReactNode } from 'react'

type EmptyStateProps = {
  readonly icon: ReactNode
  /** What is missing. */
  readonly title: ReactNode
  /** What it would give. */
  readonly children?: ReactNode
  /** One primary button, at most one beside it. */
  readonly actions?: ReactNode
}

/** Stands where figures would be: what is missing, what it would give, and the way there. */
export function EmptyState({ icon, title, children, actions }: EmptyStateProps) {
  return (
    <div className="grid justify-items-center px-4 py-8 text-center">
      <span aria-hidden="true" className="grid size-11 place-items-center rounded-full bg-surface-3 text-text-3">
        {icon}
      </span>
      <h2 className="mt-2 text-read leading-ui">{title}</h2>
      {children !== undefined && <p className="mt-1 max-w-110 text-text-2">{children}</p>}
      {actions !== undefined && <div className="mt-3 flex flex-wrap justify-center gap-2">{actions}</div>}
    </div>
  )
}
