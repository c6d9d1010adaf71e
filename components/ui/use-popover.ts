import { type ToggleEvent, useCallback, useId, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { type Placing, placeBeside, useBeside } from './beside'

/**
 * A panel of the browser's top layer that a button opens (popover attribute): Esc, a click elsewhere and the button
 * close it, the focus returns to the button. The panel's content exists only while it is open.
 */
export function usePopover(placing: Placing, onShown: (panel: HTMLElement) => void) {
  const id = useId()
  const panel = useRef<HTMLDivElement>(null)
  const trigger = useRef<HTMLButtonElement>(null)
  const [open, setOpen] = useState(false)
  useBeside(panel, trigger, open, placing)

  function beforeToggle(event: ToggleEvent<HTMLDivElement>) {
    if (event.target !== event.currentTarget || event.newState !== 'open') return
    flushSync(() => setOpen(true))
    // The browser shows the panel right after this event: the next frame is the first in which it has a size.
    requestAnimationFrame(() => {
      if (!panel.current || !trigger.current) return
      placeBeside(panel.current, trigger.current, placing)
      onShown(panel.current)
    })
  }
  const hide = useCallback(() => panel.current?.hidePopover(), [])
  return {
    open,
    hide,
    show: () => panel.current?.showPopover(),
    panelProps: {
      id,
      ref: panel,
      popover: 'auto' as const,
      onBeforeToggle: beforeToggle,
      onToggle: (event: ToggleEvent<HTMLDivElement>) => {
        if (event.target === event.currentTarget && event.newState === 'closed') setOpen(false)
      },
    },
    triggerProps: { ref: trigger, popoverTarget: id, 'aria-expanded': open, 'aria-controls': open ? id : undefined },
  }
}
