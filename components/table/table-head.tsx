import type { ReactTable, RowData } from '@tanstack/react-table'
import { classes } from '../ui/classes'
import type { DataColumn } from './column'
import { FrozenEdge } from './frozen-edge'
import { headLook } from './looks'
import type { TableFeaturesUsed } from './use-data-table'

type TableHeadProps<Row extends RowData> = {
  readonly table: ReactTable<TableFeaturesUsed, Row>
  readonly leaves: readonly DataColumn<Row>[]
  readonly offsets: ReadonlyMap<string, number>
}

/** Heads of the columns; one line more when columns are grouped. */
export function TableHead<Row extends RowData>({ table, leaves, offsets }: TableHeadProps<Row>) {
  const lastFrozen = leaves.findLast((column) => column.frozen)?.id
  return (
    <thead>
      {table.getHeaderGroups().map((group, level, groups) => (
        <tr key={group.id}>
          {group.headers.map((header) => {
            const column = leaves.find((leaf) => leaf.id === header.column.id)
            const bottom = level === groups.length - 1
            return (
              <th
                key={header.id}
                scope={header.colSpan > 1 ? 'colgroup' : 'col'}
                colSpan={header.colSpan}
                style={column?.frozen ? frozenStyle(column, offsets) : { minWidth: column?.width }}
                className={classes(
                  column
                    ? headLook(column)
                    : 'h-6 border-l bg-surface-2 px-(--cell-px) text-left text-micro text-text-2',
                  bottom ? 'border-b border-b-border-strong' : '',
                  level === 0 && 'border-t border-t-border',
                  column?.id === lastFrozen && 'border-r border-r-border-strong',
                )}
              >
                {header.isPlaceholder ? null : <table.FlexRender header={header} />}
                {column?.id === lastFrozen && <FrozenEdge />}
              </th>
            )
          })}
        </tr>
      ))}
    </thead>
  )
}

/** A frozen column keeps its exact width, or the next one's offset would be wrong. */
export function frozenStyle<Row>(column: DataColumn<Row>, offsets: ReadonlyMap<string, number>) {
  return {
    insetInlineStart: offsets.get(column.id),
    width: column.width,
    minWidth: column.width,
    maxWidth: column.width,
  }
}
