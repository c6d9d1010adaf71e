import type { ReactNode } from 'react'

/** A key of the keyboard. */
export function Kbd({ children }: { readonly children: ReactNode }) {
  return (
    <kbd className="inline-block rounded-[4px] border border-b-2 border-border-strong bg-surface-2 px-1 font-sans text-micro leading-4 text-text-2">
      {children}
    </kbd>
  )
}
