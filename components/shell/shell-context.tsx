'use client'

import { createContext, useContext } from 'react'

/** What a page's top bar shows of the shell on a phone, where there is no sidebar. */
export type ShellContextValue = {
  readonly teamName: string
  readonly yearLabel: string
  readonly openMenu: () => void
}

const ShellContext = createContext<ShellContextValue | null>(null)

export const ShellProvider = ShellContext.Provider

/** null outside the shell (log-in, error pages). */
export function useShell(): ShellContextValue | null {
  return useContext(ShellContext)
}
