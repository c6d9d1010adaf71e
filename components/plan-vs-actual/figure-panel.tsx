'use client'

import { Popover } from 'radix-ui'
import { type ComponentProps, type ReactNode, useMemo } from 'react'
import { classes } from '../ui/classes'
import { FLOATING } from '../ui/floating-look'
import type { FigureEvidence } from './evidence'

type FigurePanelProps = {
  /** The figure that it stands beside. */
  readonly figure: HTMLElement
  readonly evidence: FigureEvidence
  readonly link: ReactNode
  readonly onClose: () => void
  readonly panelProps: ComponentProps<'div'>
}

/** A press on another figure moves the panel there: it must not count as one beside it, which closes. */
const isFigure = (target: EventTarget | null) => target instanceof Element && target.closest('[data-figure]') !== null

/** What a figure rests on, beside it. It takes no focus by itself, so that one can go on from figure to figure. */
export function FigurePanel({ figure, evidence, link, onClose, panelProps }: FigurePanelProps) {
  const anchor = useMemo(() => ({ current: figure }), [figure])
  return (
    <Popover.Root open onOpenChange={(open) => open || onClose()}>
      <Popover.Anchor virtualRef={anchor} />
      <Popover.Portal>
        <Popover.Content
          {...panelProps}
          aria-label={evidence.formula}
          side="bottom"
          align="end"
          sideOffset={6}
          collisionPadding={8}
          onOpenAutoFocus={(event) => event.preventDefault()}
          onCloseAutoFocus={(event) => event.preventDefault()}
          onFocusOutside={(event) => event.preventDefault()}
          onPointerDownOutside={(event) => isFigure(event.target) && event.preventDefault()}
          onEscapeKeyDown={() => figure.focus()}
          className={classes(FLOATING, 'w-80 max-w-[calc(100vw-16px)] p-3 text-small')}
        >
          <strong>{evidence.formula}</strong>
          <dl className="my-1.5 grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 leading-text">
            {evidence.lines.map((line) => (
              <div key={line.label} className="contents">
                <dt className="whitespace-nowrap text-text-3">{line.label}</dt>
                <dd className="text-right [word-break:auto-phrase]">{line.value}</dd>
              </div>
            ))}
          </dl>
          {evidence.remarks.map((remark) => (
            <p key={remark} className="mb-1.5 text-text-2">
              {remark}
            </p>
          ))}
          {link}
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  )
}
