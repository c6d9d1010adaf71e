'use client'

import { memo } from 'react'
import type { GridRow } from '#lib/actuals/grid'
import type { RowTotal } from '#lib/actuals/missing-cells'
import type { Cursor, MoveKey, Position } from '#lib/actuals/move'
import type { LastPaste, UnreadText } from '#lib/actuals/sheet'
import type { ByMonth } from '#lib/plan-vs-actual/ledger'
import { ActiveCell } from './active-cell'
import { blockEdges, cellClasses, isWithin } from './cell-look'
import { ReadCell } from './read-cell'
import type { Words } from './use-words'

export type LineProps = {
  readonly row: GridRow
  readonly at: number
  readonly values: ByMonth
  /** By month; only of this row. */
  readonly unread: ReadonlyMap<number, UnreadText>
  readonly disputed: ReadonlySet<number>
  readonly awaited: boolean
  readonly total: RowTotal
  readonly finishedThrough: number
  readonly running: number | null
  /** The cursor, when it is in this row. */
  readonly cursor: Cursor | null
  readonly grabs: boolean
  readonly paste: LastPaste | null
  readonly editable: boolean
  readonly words: Words
  readonly labels: { readonly missing: string; readonly blank: string; readonly partial: string }
  readonly onActivate: (at: Position) => void
  readonly onMove: (key: MoveKey) => boolean
  readonly onType: (at: Position, text: string) => void
  readonly onPaste: (at: Position, text: string) => void
  readonly onUndo: () => void
}

/** One row of the grid; drawn again only when something in it changes. */
export const GridLine = memo(function GridLine(props: LineProps) {
  const { row, at, words, total, labels } = props
  return (
    <tr>
      <td className="sticky left-0 z-10 w-7.5 min-w-7.5 border-r border-b bg-surface-2 px-1.5 text-right text-micro text-text-3">
        {at + 1}
      </td>
      <th
        scope="row"
        className="sticky left-7.5 z-10 w-28 min-w-28 border-r border-b border-r-border-strong bg-surface pr-2 pl-3 text-left font-regular whitespace-nowrap"
      >
        {words.metric(row)}
        <small className="ml-1.25 text-text-3">{words.unit(row)}</small>
      </th>
      {Array.from({ length: 12 }, (_, month) => (
        <GridCell key={month} month={month} {...props} />
      ))}
      <td className="right-0 z-10 border-b border-l border-l-border-strong bg-surface-2 tablet:sticky px-2 text-right font-strong whitespace-nowrap">
        {words.value(row, total.sum)}
        {total.partial && (
          <sup className="text-[0.8em] leading-none text-watch">
            <span aria-hidden="true">＊</span>
            <span className="sr-only">{labels.partial}</span>
          </sup>
        )}
      </td>
    </tr>
  )
})

function GridCell({ month, ...props }: LineProps & { readonly month: number }) {
  const { row, at, values, unread, disputed, cursor, paste, words, labels, editable } = props
  const here = { row: at, month }
  const value = values[month] ?? null
  const wrong = unread.get(month)
  const active = cursor?.month === month
  const finished = month <= props.finishedThrough
  const missing = value === null && wrong === undefined && finished && props.awaited
  const pasted = paste !== null && isWithin(here, paste.from, paste.to)
  const shown = wrong?.text ?? words.value(row, value)
  const said = shown === '' ? (missing ? labels.missing : labels.blank) : shown
  const look = cellClasses({
    time: finished ? 'finished' : month === props.running ? 'running' : 'future',
    missing,
    wrong: wrong !== undefined,
    disputed: disputed.has(month),
    pasted,
    edges: pasted ? blockEdges(here, paste.from, paste.to) : '',
  })
  const name = words.cell(row, month)
  if (!editable) {
    return (
      <ReadCell
        {...props}
        name={`${name} ${said}`}
        active={active}
        look={look}
        at={here}
        text={missing ? labels.missing : shown}
      />
    )
  }
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keyboard reaches cells through the grid's cursor
    <td
      // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a cell of an editable grid (ARIA grid pattern)
      role="gridcell"
      tabIndex={-1}
      aria-label={`${name} ${said}`}
      aria-invalid={wrong !== undefined || undefined}
      aria-selected={active}
      onClick={() => props.onActivate(here)}
      className={look}
    >
      {missing ? labels.missing : shown}
      {active && (
        <ActiveCell
          name={name}
          shown={shown}
          blank={missing ? labels.missing : ''}
          wrong={wrong !== undefined || disputed.has(month)}
          grabs={props.grabs}
          onType={(text) => props.onType(here, text)}
          onPaste={(text) => props.onPaste(here, text)}
          onUndo={props.onUndo}
          onMove={props.onMove}
          onFocus={() => props.onActivate(here)}
        />
      )}
    </td>
  )
}
