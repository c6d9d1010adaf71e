'use client'

import {
  type ComponentProps,
  type KeyboardEvent,
  type ReactNode,
  type Ref,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
} from 'react'
import { useBeside } from '../ui/beside'
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
  const panel = useRef<HTMLDivElement>(null)
  const anchor = useMemo(() => ({ current: figure }), [figure])
  // Before it is placed: while it is hidden it has no size.
  useLayoutEffect(() => panel.current?.showPopover(), [])
  useBeside(panel, anchor, true, { side: 'bottom', align: 'end', gap: 6 })
  useDismissal(panel, onClose)
  function onKeyDown(event: KeyboardEvent) {
    if (event.key !== 'Escape') return
    event.stopPropagation()
    figure.focus()
    onClose()
  }
  return (
    <div
      {...panelProps}
      ref={useBoth(panel, panelProps.ref)}
      popover="manual"
      role="dialog"
      aria-label={evidence.formula}
      tabIndex={-1}
      onKeyDown={onKeyDown}
      className={classes(
        FLOATING,
        'fixed inset-auto m-0 w-80 max-w-[calc(100vw-16px)] overflow-y-auto p-3 text-left text-small whitespace-normal',
      )}
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
    </div>
  )
}

/** One element known to this panel and to whoever opened it. */
function useBoth(own: { current: HTMLDivElement | null }, given: Ref<HTMLDivElement> | undefined) {
  return useMemo(
    () => (element: HTMLDivElement | null) => {
      own.current = element
      if (typeof given === 'function') given(element)
      else if (given) given.current = element
    },
    [own, given],
  )
}

/** A press beside panel and figures closes it. */
function useDismissal(panel: { readonly current: HTMLElement | null }, onClose: () => void): void {
  useEffect(() => {
    const press = ({ target }: PointerEvent) => {
      const isInside = target instanceof Node && panel.current?.contains(target)
      if (!isInside && !isFigure(target)) onClose()
    }
    addEventListener('pointerdown', press)
    return () => removeEventListener('pointerdown', press)
  }, [panel, onClose])
}
