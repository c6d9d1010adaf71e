'use client'

import { useEffect } from 'react'

/** Asks before the page is left with unsaved changes: by the browser, or by a link inside the app. */
export function useUnsavedWarning(unsaved: boolean, question: string): void {
  useEffect(() => {
    if (!unsaved) return
    const beforeUnload = (event: BeforeUnloadEvent) => event.preventDefault()
    const click = (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest('a[href]') : null
      const leaves =
        link instanceof HTMLAnchorElement && link.target !== '_blank' && !link.hash && !event.metaKey && !event.ctrlKey
      if (leaves && !window.confirm(question)) {
        event.preventDefault()
        event.stopPropagation()
      }
    }
    window.addEventListener('beforeunload', beforeUnload)
    document.addEventListener('click', click, { capture: true })
    return () => {
      window.removeEventListener('beforeunload', beforeUnload)
      document.removeEventListener('click', click, { capture: true })
    }
  }, [unsaved, question])
}
