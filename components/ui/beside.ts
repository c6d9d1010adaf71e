import { type RefObject, useEffect, useLayoutEffect } from 'react'

export type Side = 'top' | 'right' | 'bottom' | 'left'
export type Placing = { readonly side?: Side; readonly align?: 'start' | 'center' | 'end'; readonly gap?: number }

type Box = { readonly left: number; readonly top: number; readonly width: number; readonly height: number }
type Size = { readonly width: number; readonly height: number }

const MARGIN = 8
const OPPOSITE: Record<Side, Side> = { top: 'bottom', bottom: 'top', left: 'right', right: 'left' }

/**
 * Where a panel's corner goes so that it stands beside a box, in pixels of the window: on the wanted side, on the
 * opposite one where only that has room, and never beyond the window.
 */
export function besidePoint(anchor: Box, panel: Size, view: Size, placing: Placing): { left: number; top: number } {
  const { side = 'bottom', align = 'start', gap = 4 } = placing
  const room: Record<Side, number> = {
    top: anchor.top - gap - panel.height,
    bottom: view.height - (anchor.top + anchor.height + gap + panel.height),
    left: anchor.left - gap - panel.width,
    right: view.width - (anchor.left + anchor.width + gap + panel.width),
  }
  const on = room[side] < MARGIN && room[OPPOSITE[side]] > room[side] ? OPPOSITE[side] : side
  const along = (start: number, length: number, own: number) =>
    align === 'start' ? start : align === 'end' ? start + length - own : start + (length - own) / 2
  const upright = on === 'top' || on === 'bottom'
  const left = upright
    ? along(anchor.left, anchor.width, panel.width)
    : on === 'left'
      ? room.left
      : anchor.left + anchor.width + gap
  const top = upright
    ? on === 'top'
      ? room.top
      : anchor.top + anchor.height + gap
    : along(anchor.top, anchor.height, panel.height)
  const within = (at: number, own: number, all: number) => Math.max(MARGIN, Math.min(at, all - own - MARGIN))
  return { left: within(left, panel.width, view.width), top: within(top, panel.height, view.height) }
}

/** Moves a shown panel of the top layer beside an element. Sets its style from script, which the strict CSP allows. */
export function placeBeside(panel: HTMLElement, anchor: Element, placing: Placing): void {
  const view = { width: document.documentElement.clientWidth, height: document.documentElement.clientHeight }
  panel.style.maxHeight = `${view.height - 2 * MARGIN}px`
  const size = { width: panel.offsetWidth, height: panel.offsetHeight }
  const { left, top } = besidePoint(anchor.getBoundingClientRect(), size, view, placing)
  panel.style.left = `${left}px`
  panel.style.top = `${top}px`
}

/** Keeps an open panel beside its anchor while the page scrolls, the window changes or the panel grows. */
export function useBeside(
  panel: RefObject<HTMLElement | null>,
  anchor: RefObject<Element | null>,
  open: boolean,
  { side, align, gap }: Placing,
): void {
  useLayoutEffect(() => {
    if (open && panel.current && anchor.current) placeBeside(panel.current, anchor.current, { side, align, gap })
  })
  useEffect(() => {
    if (!open) return
    const place = () => {
      if (panel.current && anchor.current) placeBeside(panel.current, anchor.current, { side, align, gap })
    }
    addEventListener('scroll', place, true)
    addEventListener('resize', place)
    return () => {
      removeEventListener('scroll', place, true)
      removeEventListener('resize', place)
    }
  }, [panel, anchor, open, side, align, gap])
}
