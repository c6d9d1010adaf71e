'use client'

import { useTranslations } from 'next-intl'
import { useLayoutEffect, useMemo, useRef } from 'react'
import type { GridRow } from '#lib/actuals/grid'
import { isRowAwaited, rowTotal } from '#lib/actuals/missing-cells'
import type { Cursor } from '#lib/actuals/move'
import type { Conflicts } from '#lib/actuals/save-queue'
import { cellKey } from '#lib/actuals/save-request'
import { type Sheet, spot, type UnreadText } from '#lib/actuals/sheet'
import type { ByMonth } from '#lib/plan-vs-actual/ledger'
import type { ActualsProps } from './actuals-props'
import { GridHead } from './grid-head'
import { GridLine, type LineProps } from './grid-line'
import { SectionHead } from './section-head'
import type { Words } from './use-words'

const BLANK: ByMonth = Array.from({ length: 12 }, () => null)
const NO_TEXT: ReadonlyMap<number, UnreadText> = new Map()
const NO_MONTH: ReadonlySet<number> = new Set()

export type ActualsGridProps = ActualsProps &
  Pick<LineProps, 'onActivate' | 'onMove' | 'onType' | 'onPaste' | 'onUndo' | 'grabs'> & {
    readonly sheet: Sheet
    readonly conflicts: Conflicts
    readonly cursor: Cursor
    readonly words: Words
  }

/** The month grid: rows by channel, twelve months, the sum of the finished ones. Behaves like a spreadsheet. */
export default function ActualsGrid(props: ActualsGridProps) {
  const { sections, sheet, cursor, editable, words, standing, year, conflicts, grabs } = props
  const { onActivate, onMove, onType, onPaste, onUndo } = props
  const t = useTranslations('actuals')
  const labels = useMemo(() => ({ missing: t('missing'), blank: t('blank'), partial: t('partialMeaning') }), [t])
  const scroller = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => showCursor(scroller.current), [])
  let at = -1
  return (
    <div
      ref={scroller}
      data-print="whole"
      className="min-h-60 scroll-pt-8 scroll-pl-38 scroll-pr-24 max-tablet:scroll-pr-0 overflow-auto max-tablet:max-h-[75dvh] [--row-h:28px] pointer-coarse:[--row-h:44px]"
    >
      <table
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table that is edited cell by cell is a grid
        role="grid"
        aria-label={t('gridLabel')}
        aria-readonly={!editable}
        className="w-full cursor-cell border-separate border-spacing-0 text-small"
      >
        <GridHead standing={standing} words={words} />
        {sections.map((section) => (
          <tbody key={section.channel?.id ?? 'others'}>
            <SectionHead channel={section.channel} />
            {section.rows.map((row) => {
              at += 1
              const values = sheet.values[row.key] ?? BLANK
              return (
                <GridLine
                  key={row.key}
                  row={row}
                  at={at}
                  values={values}
                  unread={unreadOf(sheet, row)}
                  disputed={disputedOf(conflicts, row, year.months)}
                  awaited={isRowAwaited(row, sheet.values, standing)}
                  total={rowTotal(values, standing.finishedThrough)}
                  finishedThrough={standing.finishedThrough}
                  running={standing.running}
                  cursor={cursor.row === at ? cursor : null}
                  grabs={grabs}
                  paste={sheet.paste}
                  editable={editable}
                  words={words}
                  labels={labels}
                  onActivate={onActivate}
                  onMove={onMove}
                  onType={onType}
                  onPaste={onPaste}
                  onUndo={onUndo}
                />
              )
            })}
          </tbody>
        ))}
      </table>
    </div>
  )
}

/** Scrolls sideways until the cursor's month is in view, left of the total: late in the year it may lie beyond the edge. */
function showCursor(scroller: HTMLElement | null): void {
  const cell = scroller?.querySelector('[aria-selected="true"]')
  if (!scroller || !cell) return
  const room = Number.parseFloat(getComputedStyle(scroller).scrollPaddingRight) || 0
  const beyond = cell.getBoundingClientRect().right - scroller.getBoundingClientRect().right + room
  if (beyond > 0) scroller.scrollLeft += beyond
}

function unreadOf({ unread }: Sheet, row: GridRow): ReadonlyMap<number, UnreadText> {
  if (unread.size === 0) return NO_TEXT
  return new Map(
    BLANK.flatMap((_, month) => {
      const text = unread.get(spot(row.key, month))
      return text === undefined ? [] : [[month, text] as const]
    }),
  )
}

function disputedOf(conflicts: Conflicts, row: GridRow, months: ActualsProps['year']['months']): ReadonlySet<number> {
  if (conflicts.size === 0) return NO_MONTH
  return new Set(months.flatMap((month, at) => (conflicts.has(cellKey(row.key, month)) ? [at] : [])))
}
