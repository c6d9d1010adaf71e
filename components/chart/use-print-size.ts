'use client'

import { type RefObject, useEffect } from 'react'

/** Width and height on paper, and how many canvas pixels each of them gets. */
const PAPER = { width: 680, height: 260, ratio: 3 } as const

type Resizable = {
  readonly options: { devicePixelRatio?: number }
  readonly resize: (width?: number, height?: number) => void
}

/** A canvas keeps its screen pixels in print: it is drawn anew for paper, and back afterwards. */
export function usePrintSize(chart: RefObject<Resizable | null>): void {
  useEffect(() => {
    const print = matchMedia('print')
    const redraw = () => {
      const drawn = chart.current
      if (drawn === null) return
      drawn.options.devicePixelRatio = print.matches ? PAPER.ratio : undefined
      if (print.matches) drawn.resize(PAPER.width, PAPER.height)
      else drawn.resize()
    }
    print.addEventListener('change', redraw)
    return () => print.removeEventListener('change', redraw)
  }, [chart])
}
