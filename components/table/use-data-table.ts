'use client'

import {
  createColumnHelper,
  createExpandedRowModel,
  type ExpandedState,
  type RowData,
  rowExpandingFeature,
  tableFeatures,
  useTable,
} from '@tanstack/react-table'
import { useMemo, useState } from 'react'
import { type DataColumn, type DataColumns, isGroup, leafColumns } from './column'

/** Only what is used is bundled: rows that open. */
const features = tableFeatures({
  rowExpandingFeature,
  expandedRowModel: createExpandedRowModel(),
})

export type TableFeaturesUsed = typeof features

/** Which rows are open: all of them, or those named true. */
export type OpenRows = ExpandedState

type Options<Row> = {
  readonly columns: DataColumns<Row>
  readonly rows: readonly Row[]
  readonly rowId: (row: Row) => string
  readonly childrenOf?: (row: Row) => readonly Row[] | undefined
  readonly open?: OpenRows
  readonly onOpenChange?: (open: OpenRows) => void
}

/** react-table for our columns. Columns, rows and functions have to be stable: they are its dependencies. */
export function useDataTable<Row extends RowData>(options: Options<Row>) {
  const { columns, rows, rowId, childrenOf, onOpenChange } = options
  const [ownOpen, setOwnOpen] = useState<OpenRows>({})
  const open = options.open ?? ownOpen
  const leaves = useMemo(() => leafColumns(columns), [columns])
  const defs = useMemo(() => columnDefs(columns), [columns])
  const offsets = useMemo(() => frozenOffsets(leaves), [leaves])
  const table = useTable<TableFeaturesUsed, Row>({
    features,
    columns: defs,
    data: rows,
    getRowId: rowId,
    getSubRows: (row) => childrenOf?.(row),
    // Rows stay open when their figures change.
    autoResetExpanded: false,
    state: { expanded: open },
    onExpandedChange: (change) => (onOpenChange ?? setOwnOpen)(typeof change === 'function' ? change(open) : change),
  })
  return { table, leaves, offsets }
}

/** Where each frozen column sticks, in px: after those before it. Frozen columns come first. */
function frozenOffsets<Row extends RowData>(leaves: readonly DataColumn<Row>[]): ReadonlyMap<string, number> {
  const offsets = new Map<string, number>()
  let end = 0
  for (const { id, frozen, width = 0 } of leaves) {
    if (!frozen) break
    offsets.set(id, end)
    end += width
  }
  return offsets
}

function columnDefs<Row extends RowData>(columns: DataColumns<Row>) {
  const helper = createColumnHelper<TableFeaturesUsed, Row>()
  const leaf = (column: DataColumn<Row>) => helper.display({ id: column.id, header: () => column.header })
  return helper.columns(
    columns.map((column) =>
      isGroup(column)
        ? helper.group({
            id: column.id,
            header: () => column.header,
            columns: helper.columns(column.columns.map(leaf)),
          })
        : leaf(column),
    ),
  )
}
