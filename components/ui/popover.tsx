'use client'

import { Popover as Radix } from 'radix-ui'
import type { ReactNode } from 'react'
import { classes } from './classes'
import { FLOATING } from './floating-look'

type PopoverProps = {
  /** A button: opens on click, Enter and Space. */
  readonly trigger: ReactNode
  readonly children: ReactNode
  /** Names the panel for a screen reader. */
  readonly label: string
  readonly side?: 'top' | 'right' | 'bottom' | 'left'
  readonly align?: 'start' | 'center' | 'end'
  readonly className?: string
}

/** A panel beside a button: evidence, a small form. Esc and a click elsewhere close it. */
export function Popover({ trigger, children, label, side = 'bottom', align = 'start', className }: PopoverProps) {
  return (
    <Radix.Root>
      <Radix.Trigger asChild>{trigger}</Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          aria-label={label}
          side={side}
          align={align}
          sideOffset={6}
          collisionPadding={8}
          className={classes(FLOATING, 'max-w-80 p-3 text-small', className)}
        >
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}
