'use client'

import { memo } from 'react'
import type { Correction } from '#lib/actuals/corrections'
import type { EntryKind } from '#lib/actuals/entry-kind'
import type { GridRow } from '#lib/actuals/grid'
import type { RowTotal } from '#lib/actuals/missing-cells'
import type { Range } from '#lib/actuals/range'
import type { UnreadText } from '#lib/actuals/sheet'
import type { ByMonth } from '#lib/plan-vs-actual/ledger'
import { classes } from '../ui/classes'
import { GridCell } from './grid-cell'
import type { Words } from './use-words'

export type LineProps = {
  readonly row: GridRow
  readonly at: number
  /** What the cells show. */
  readonly values: ByMonth
  /** Its own figures; differs from `values` where the row shows a sum of campaigns or what is counted from records. */
  readonly own: ByMonth
  /** How its channel is entered, by month; null: the channel has no campaigns. */
  readonly kinds: readonly (EntryKind | null)[] | null
  /** By month; only of this row. */
  readonly unread: ReadonlyMap<number, UnreadText>
  readonly disputed: ReadonlySet<number>
  readonly corrections: ReadonlyMap<number, Correction>
  readonly awaited: boolean
  readonly total: RowTotal
  readonly finishedThrough: number
  readonly running: number | null
  readonly closed: ReadonlySet<number>
  /** Month of the cursor, when it is in this row; else −1. */
  readonly cursor: number
  readonly grab: number
  /** The selected block, when it meets this row. */
  readonly range: Range | null
  /** The dashed block, when it meets this row. */
  readonly dashed: Range | null
  readonly editable: boolean
  readonly words: Words
  readonly labels: {
    readonly missing: string
    readonly blank: string
    readonly partial: string
    readonly corrected: string
    readonly locked: string
    readonly counted: string
  }
}

/** One row of the grid; drawn again only when something in it changes. */
export const GridLine = memo(function GridLine(props: LineProps) {
  const { row, at, words, total, labels } = props
  const isCampaign = row.campaignId !== null
  return (
    <tr>
      <td
        data-head-row={at}
        className="sticky left-0 z-10 w-7.5 min-w-7.5 cursor-e-resize border-r border-b bg-surface-2 px-1.5 text-right text-micro text-text-3 select-none"
      >
        {at + 1}
      </td>
      <th
        scope="row"
        data-head-row={at}
        className={classes(
          'sticky left-7.5 z-10 w-28 min-w-28 cursor-e-resize border-r border-b border-r-border-strong bg-surface pr-2 text-left font-regular whitespace-nowrap select-none',
          isCampaign ? 'pl-6 text-text-2' : 'pl-3',
        )}
      >
        {words.metric(row)}
        <small className="ml-1.25 text-text-3">{words.unit(row)}</small>
      </th>
      {Array.from({ length: 12 }, (_, month) => (
        <GridCell key={month} month={month} {...props} />
      ))}
      <td className="right-0 z-10 border-b border-l border-l-border-strong bg-surface-2 tablet:sticky px-2 text-right font-strong whitespace-nowrap">
        {words.value(row, total.sum)}
        {total.partial && !isCampaign && (
          <sup className="text-[0.8em] leading-none text-watch">
            <span aria-hidden="true">＊</span>
            <span className="sr-only">{labels.partial}</span>
          </sup>
        )}
      </td>
    </tr>
  )
})
