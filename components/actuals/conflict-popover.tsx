'use client'

import { TriangleAlert } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { type ReactNode, type RefObject, useId, useLayoutEffect, useRef } from 'react'
import { useBeside } from '../ui/beside'
import { Button } from '../ui/button'
import { classes } from '../ui/classes'
import { FLOATING } from '../ui/floating-look'
import type { Dispute } from './disputes'
import type { Words } from './use-words'

type ConflictPopoverProps = {
  /** The part of the page that scrolls and holds the cells. */
  readonly scroller: RefObject<HTMLElement | null>
  readonly dispute: Dispute
  readonly panel: RefObject<HTMLDivElement | null>
  readonly words: Words
  readonly onSettle: (cell: string, keep: 'yours' | 'theirs') => void
  readonly onLater: () => void
}

/**
 * Two values of one cell, beside it. It takes no focus by itself: one may go on typing elsewhere. Enter on the cell, or
 * Alt+↓ anywhere in the grid, leads into it; Esc back.
 */
export function ConflictPopover({ scroller, dispute, panel, words, onSettle, onLater }: ConflictPopoverProps) {
  const t = useTranslations('actuals')
  const id = useId()
  const anchor = useRef<Element | null>(null)
  const { row, month, place, key, yours, theirs, by, at } = dispute
  useLayoutEffect(() => {
    anchor.current = scroller.current?.querySelector(`[data-row="${place}"][data-month="${month}"]`) ?? null
    const box = panel.current
    if (box === null || anchor.current === null) return
    box.showPopover()
    return () => box.hidePopover()
  }, [scroller, panel, place, month])
  useBeside(panel, anchor, true, { side: 'right', align: 'center', gap: 10 })
  const shown = (value: number | null) => (value === null ? t('blank') : words.value(row, value))
  return (
    <div
      ref={panel}
      popover="manual"
      role="dialog"
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-body`}
      onKeyDown={(event) => event.key === 'Escape' && onLater()}
      className={classes(FLOATING, 'fixed inset-auto w-68 p-3')}
    >
      <p id={`${id}-title`} className="flex items-center gap-1.5 font-strong">
        <TriangleAlert aria-hidden="true" size={14} className="shrink-0 text-bad" />
        {t('twoValues', { metric: words.metric(row) })}
      </p>
      <p id={`${id}-body`} className="mt-1 text-small text-text-2">
        {by === null ? t('conflictBody') : t('conflictBodyBy', { by })}
      </p>
      <div className="my-2.5 grid grid-cols-2 gap-2">
        <Value who={t('you')} value={shown(yours)} state={t('notYetSaved')} />
        <Value
          who={by === null || at === null ? t('somebody') : t('byAt', { by, time: words.time(at) })}
          value={shown(theirs)}
          state={t('savedAlready')}
          chosen
        />
      </div>
      <div className="flex flex-wrap gap-1.5">
        <Button size="small" variant="primary" onClick={() => onSettle(key, 'theirs')}>
          {t('keepTheirs', { value: shown(theirs) })}
        </Button>
        <Button size="small" onClick={() => onSettle(key, 'yours')}>
          {t('keepYours', { value: shown(yours) })}
        </Button>
        <Button size="small" variant="text" onClick={onLater}>
          {t('later')}
        </Button>
      </div>
    </div>
  )
}

type ValueProps = {
  readonly who: string
  readonly value: ReactNode
  readonly state: string
  readonly chosen?: boolean
}

function Value({ who, value, state, chosen = false }: ValueProps) {
  return (
    <div
      className={classes(
        'min-w-0 rounded-2 border p-2',
        chosen ? 'border-accent bg-accent-soft inset-ring-1 inset-ring-accent' : 'border-border-control',
      )}
    >
      <small className="block truncate text-text-2">{who}</small>
      <span className="flex flex-wrap items-baseline gap-x-2">
        <b className="text-title">{value}</b>
        <small className="text-text-2">{state}</small>
      </span>
    </div>
  )
}
