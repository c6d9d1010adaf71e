'use client'

import {
  type FocusEvent,
  type KeyboardEvent,
  type MouseEvent,
  type PointerEvent,
  useCallback,
  useEffect,
  useRef,
  useState,
} from 'react'

const OPEN_AFTER = 350
const CLOSE_AFTER = 200
const PANEL_ID = 'figure-evidence'

const STEPS: Readonly<Record<string, readonly [rows: number, columns: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
}

const figureOf = (target: EventTarget): HTMLElement | null =>
  target instanceof Element ? target.closest<HTMLElement>('[data-figure]') : null

const figuresIn = (row: Element): HTMLElement[] => [...row.querySelectorAll<HTMLElement>('[data-figure]')]

/** What holds the figures of one line: a table's row, or a chart. */
const LINE = 'tr, [data-figures]'

/** The column of a figure: the last part of its address. */
const columnOf = (figure: HTMLElement): string => figure.dataset.figure?.split('|').at(-1) ?? ''

/** The next figure in a direction; rows that have none in this column are passed over. */
function neighbour(
  table: Element,
  from: HTMLElement,
  [rows, columns]: readonly [number, number],
): HTMLElement | undefined {
  const row = from.closest(LINE)
  if (!row) return undefined
  if (columns !== 0) {
    const figures = figuresIn(row)
    return figures[figures.indexOf(from) + columns]
  }
  const all = [...table.querySelectorAll('tbody tr, [data-figures]')]
  const beyond = rows > 0 ? all.slice(all.indexOf(row) + 1) : all.slice(0, all.indexOf(row)).reverse()
  for (const each of beyond) {
    const found = figuresIn(each).findLast((figure) => columnOf(figure) === columnOf(from))
    if (found) return found
  }
  return undefined
}

/**
 * One evidence panel for all figures of a table: hover, focus or a tap on a figure opens it, arrow keys move from figure
 * to figure, Enter goes into the panel, Esc closes it. Figures are found by their attribute data-figure, so that a
 * thousand cells need no listener of their own; one of them at a time is in the tab order.
 */
export function useFigurePanel() {
  const region = useRef<HTMLDivElement>(null)
  const panel = useRef<HTMLDivElement | null>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const [figure, setFigure] = useState<HTMLElement | null>(null)

  const show = useCallback((next: HTMLElement | null, after: number) => {
    clearTimeout(timer.current)
    timer.current = setTimeout(() => setFigure(next), after)
  }, [])
  const close = useCallback(() => show(null, 0), [show])
  const keep = useCallback(() => clearTimeout(timer.current), [])
  const leave = useCallback(() => show(null, CLOSE_AFTER), [show])

  useEffect(() => () => clearTimeout(timer.current), [])
  useDescribedBy(figure)
  useTabStop(region)

  const onKeyDown = (event: KeyboardEvent) => {
    const from = figureOf(event.target)
    if (!from || !region.current) return
    if (event.key === 'Escape') close()
    if (event.key === 'Enter') panel.current?.querySelector('a')?.focus()
    const step = STEPS[event.key]
    const next = step && neighbour(region.current, from, step)
    if (step) event.preventDefault()
    if (next) moveFocus(from, next)
  }

  return {
    figure,
    close,
    regionProps: {
      ref: region,
      onKeyDown,
      onPointerOver: (event: PointerEvent) => {
        if (event.pointerType === 'mouse')
          show(figureOf(event.target), figureOf(event.target) ? OPEN_AFTER : CLOSE_AFTER)
      },
      onPointerLeave: leave,
      onClick: (event: MouseEvent) => show(figureOf(event.target), 0),
      onFocus: (event: FocusEvent) => {
        if (figureOf(event.target)?.matches(':focus-visible')) show(figureOf(event.target), 0)
      },
      onBlur: (event: FocusEvent) => {
        if (!panel.current?.contains(event.relatedTarget)) leave()
      },
    },
    panelProps: {
      id: PANEL_ID,
      ref: panel,
      onPointerEnter: keep,
      onPointerLeave: leave,
      onBlur: (event: FocusEvent) => {
        if (!panel.current?.contains(event.relatedTarget)) leave()
      },
    },
  }
}

function moveFocus(from: HTMLElement, to: HTMLElement): void {
  from.tabIndex = -1
  to.tabIndex = 0
  to.focus()
  to.scrollIntoView({ block: 'nearest', inline: 'nearest' })
}

/** Ties the panel to its figure for a screen reader. */
function useDescribedBy(figure: HTMLElement | null): void {
  useEffect(() => {
    figure?.setAttribute('aria-describedby', PANEL_ID)
    return () => figure?.removeAttribute('aria-describedby')
  }, [figure])
}

/** Keeps one figure in the tab order, also after the table has been drawn anew. */
function useTabStop(region: { readonly current: HTMLElement | null }): void {
  useEffect(() => {
    if (region.current?.querySelector('[data-figure][tabindex="0"]')) return
    const first = region.current?.querySelector<HTMLElement>('[data-figure]')
    if (first) first.tabIndex = 0
  })
}
