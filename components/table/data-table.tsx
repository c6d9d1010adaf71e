'use client'

import type { RowData } from '@tanstack/react-table'
import { type ReactNode, useCallback, useState } from 'react'
import { classes } from '../ui/classes'
import type { DataColumns } from './column'
import { RowBlock } from './row-block'
import type { LineLook, RowLook } from './row-props'
import { TableHead } from './table-head'
import { type OpenRows, useDataTable } from './use-data-table'

const ONE_LINE: readonly string[] = ['']

export type DataTableProps<Row extends RowData> = {
  /** Names the table and its scrolling region for a screen reader. */
  readonly label: string
  readonly columns: DataColumns<Row>
  readonly rows: readonly Row[]
  readonly rowId: (row: Row) => string
  /** Rows that open below a row. */
  readonly childrenOf?: (row: Row) => readonly Row[] | undefined
  /** Lines of a row, for instance plan, actual, variance; one line without a name if left out. */
  readonly lines?: (row: Row) => readonly string[]
  readonly lineLook?: (row: Row, line: string) => LineLook
  readonly rowLook?: (row: Row) => RowLook
  /** Which rows are open; without it the table keeps that itself. */
  readonly open?: OpenRows
  readonly onOpenChange?: (open: OpenRows) => void
  /** Says what the disclosure button opens. */
  readonly openLabel?: (row: Row) => string
  readonly compact?: boolean
  /** Below this width the region scrolls sideways, by keyboard too. */
  readonly minWidth?: number
  /** Notes under the table: ＊, 累, basis. */
  readonly footnote?: ReactNode
  readonly className?: string
}

/**
 * The one table: frozen first columns, groups of columns, rows of several lines that open, sums tinted by their kind.
 * `columns`, `rows` and the functions must be stable (module scope or useMemo).
 */
export function DataTable<Row extends RowData>(props: DataTableProps<Row>) {
  const { label, compact = false, minWidth, footnote, className, lines, rowLook, lineLook, openLabel } = props
  const { table, leaves, offsets } = useDataTable(props)
  const [scrolled, setScrolled] = useState(false)
  const linesOf = useCallback((row: Row) => lines?.(row) ?? ONE_LINE, [lines])
  return (
    <>
      <section
        aria-label={label}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
        tabIndex={0}
        data-density={compact ? 'compact' : undefined}
        data-scrolled={scrolled || undefined}
        data-print="whole"
        onScroll={(event) => setScrolled(event.currentTarget.scrollLeft > 0)}
        className={classes('group/table isolate overflow-x-auto outline-offset-[-2px]', className)}
      >
        <table
          aria-label={label}
          style={minWidth === undefined ? undefined : { minWidth }}
          className="w-full border-separate border-spacing-0 text-small"
        >
          <TableHead table={table} leaves={leaves} offsets={offsets} />
          {table.getRowModel().rows.map((row) => (
            <RowBlock
              key={row.id}
              row={row}
              lines={linesOf(row.original)}
              leaves={leaves}
              offsets={offsets}
              look={rowLook?.(row.original)}
              lineLook={lineLook}
              openLabel={openLabel?.(row.original)}
            />
          ))}
        </table>
      </section>
      {footnote !== undefined && (
        <div className="border-t px-4 py-2.5 text-small leading-text text-text-3">{footnote}</div>
      )}
    </>
  )
}
