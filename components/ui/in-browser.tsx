'use client'

import { type ComponentType, useSyncExternalStore } from 'react'

/**
 * A part that the browser alone draws, and what stands in its place in the server's HTML. Around a part that is loaded
 * with `ssr: false`, which by itself costs the server an error and a boundary for each request.
 */
export function inBrowser<Props extends object>(Part: ComponentType<Props>, Placeholder: ComponentType) {
  return function InBrowser(props: Props) {
    return useSyncExternalStore(unchanging, yes, no) ? <Part {...props} /> : <Placeholder />
  }
}

const unchanging = () => () => {}
const yes = () => true
const no = () => false
