'use client'

import { type ComponentProps, cloneElement, type FocusEvent, type ReactElement, type ReactNode } from 'react'
import type { Placing } from './beside'
import { classes } from './classes'
import { FLOATING } from './floating-look'
import { usePopover } from './use-popover'

type PopoverProps = Pick<Placing, 'side' | 'align'> & {
  /** A button: opens on click, Enter and Space. */
  readonly trigger: ReactElement<ComponentProps<'button'>>
  readonly children: ReactNode
  /** Names the panel for a screen reader. */
  readonly label: string
  readonly className?: string
}

const FOCUSABLE = 'a[href], button:not(:disabled), input:not(:disabled), select, textarea, [tabindex="0"]'

/** A panel beside a button: evidence, a small form. Esc and a click elsewhere close it. */
export function Popover({ trigger, children, label, side, align, className }: PopoverProps) {
  const { open, hide, panelProps, triggerProps } = usePopover({ side, align, gap: 6 }, (panel) =>
    (panel.querySelector<HTMLElement>(FOCUSABLE) ?? panel).focus({ preventScroll: true }),
  )
  function blur({ relatedTarget, currentTarget }: FocusEvent<HTMLDivElement>) {
    if (relatedTarget !== null && !currentTarget.contains(relatedTarget)) hide()
  }
  return (
    <>
      {cloneElement(trigger, { ...triggerProps, 'aria-haspopup': 'dialog' })}
      <div
        {...panelProps}
        role="dialog"
        aria-label={label}
        tabIndex={-1}
        onBlur={blur}
        className={classes(FLOATING, 'fixed inset-auto max-w-80 overflow-y-auto p-3 text-small', className)}
      >
        {open && children}
      </div>
    </>
  )
}
