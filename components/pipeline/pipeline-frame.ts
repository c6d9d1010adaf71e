'use client'

import { createContext, useContext } from 'react'
import type { PipelineFrame } from './pipeline-props'

const Frame = createContext<PipelineFrame | null>(null)

/** Given by the screen, once for all parts of a view. */
export const PipelineFrameProvider = Frame.Provider

/** @throws outside of the pipeline's screen */
export function usePipelineFrame(): PipelineFrame {
  const frame = useContext(Frame)
  if (frame === null) throw new Error('a view of the pipeline stands inside its screen')
  return frame
}
