'use client'

import { createContext, useContext } from 'react'
import type { HeadFrame } from './attribution-props'

const Frame = createContext<HeadFrame | null>(null)

/** Given by the screen, once for its head and all cards. */
export const HeadFrameProvider = Frame.Provider

/** @throws outside of the screen of 貢献度 */
export function useHeadFrame(): HeadFrame {
  const frame = useContext(Frame)
  if (frame === null) throw new Error('a part of 貢献度 stands inside its screen')
  return frame
}
