'use client'

import { useEffect } from 'react'

/** Paper is white: what is printed from a dark screen is drawn in the light theme, and the screen is dark again after. */
export function useLightPaper(): void {
  useEffect(() => {
    const print = matchMedia('print')
    const { dataset } = document.documentElement
    let onScreen: string | undefined
    const change = () => {
      if (print.matches) {
        onScreen = dataset.theme
        dataset.theme = 'light'
      } else if (onScreen === undefined) delete dataset.theme
      else dataset.theme = onScreen
    }
    print.addEventListener('change', change)
    return () => print.removeEventListener('change', change)
  }, [])
}
