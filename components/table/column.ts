import type { RowData } from '@tanstack/react-table'
import type { ReactNode } from 'react'

/** What a column sums up. Quarters, halves and the year are tinted; halves and the year are closed by a stronger line. */
export type ColumnKind = 'plain' | 'month' | 'quarter' | 'half' | 'year' | 'total'

/** How a single cell stands apart: expected, not entered, too young to judge, in progress. */
export type CellLook = 'forecast' | 'missing' | 'unripe' | 'running' | null

/** One column. `cell` gets the row and the name of the line (see DataTable's `lines`), '' when rows have one line. */
export type DataColumn<Row> = {
  readonly id: string
  readonly header: ReactNode
  readonly cell: (row: Row, line: string) => ReactNode
  readonly look?: (row: Row, line: string) => CellLook
  /** A corner mark: corrected since it was closed, or set by hand. */
  readonly marked?: (row: Row, line: string) => boolean
  readonly kind?: ColumnKind
  /** Stays in view while the rest scrolls; names its row. Frozen columns come first and need a width. */
  readonly frozen?: boolean
  /** One cell for all lines of a row. */
  readonly perRow?: boolean
  /** Under the name of a row of several lines, beside which there is room. First column only. */
  readonly below?: (row: Row) => ReactNode
  readonly align?: 'start' | 'end'
  /** px; the minimum for columns that are not frozen. */
  readonly width?: number
  /** Left out up to 720 px. */
  readonly hiddenOnPhone?: boolean
}

/** Columns under a common head. */
export type DataColumnGroup<Row> = {
  readonly id: string
  readonly header: ReactNode
  readonly columns: readonly DataColumn<Row>[]
}

export type DataColumns<Row> = readonly (DataColumn<Row> | DataColumnGroup<Row>)[]

export function isGroup<Row>(column: DataColumn<Row> | DataColumnGroup<Row>): column is DataColumnGroup<Row> {
  return 'columns' in column
}

/** The columns that hold cells, in order. */
export function leafColumns<Row extends RowData>(columns: DataColumns<Row>): readonly DataColumn<Row>[] {
  return columns.flatMap((column) => (isGroup(column) ? column.columns : [column]))
}
