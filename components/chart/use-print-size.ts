'use client'

import { type RefObject, useEffect } from 'react'

/** How many canvas pixels each pixel of paper gets. */
const PAPER_RATIO = 3

type Resizable = { readonly options: { devicePixelRatio?: number }; readonly resize: () => void }

/** A canvas keeps its screen pixels in print: it is drawn anew for its place on paper, and back afterwards. */
export function usePrintSize(chart: RefObject<Resizable | null>): void {
  useEffect(() => {
    const print = matchMedia('print')
    const redraw = () => {
      const drawn = chart.current
      if (drawn === null) return
      drawn.options.devicePixelRatio = print.matches ? PAPER_RATIO : undefined
      drawn.resize()
    }
    print.addEventListener('change', redraw)
    return () => print.removeEventListener('change', redraw)
  }, [chart])
}
