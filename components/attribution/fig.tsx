import type { ReactNode } from 'react'

/** A figure that tells on hover, focus or tap what it rests on (evidence.ts reads its address). */
export function Fig({ at, children }: { readonly at: string; readonly children: ReactNode }) {
  return (
    <span data-figure={at} tabIndex={-1} className="rounded-[2px] outline-offset-2">
      {children}
    </span>
  )
}
