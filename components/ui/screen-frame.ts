'use client'

import { createContext, useContext } from 'react'

/**
 * What limits the view of a screen, given once to all of its parts: its provider, and the hook of the parts, which throws
 * outside of the screen.
 */
export function screenFrame<Frame extends object>(screen: string) {
  const Given = createContext<Frame | null>(null)
  function useFrame(): Frame {
    const frame = useContext(Given)
    if (frame === null) throw new Error(`a part of ${screen} stands inside its screen`)
    return frame
  }
  return [Given.Provider, useFrame] as const
}
