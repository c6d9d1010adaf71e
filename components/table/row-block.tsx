import type { RowData, Row as TableRow } from '@tanstack/react-table'
import { ChevronRight } from 'lucide-react'
import type { ReactNode } from 'react'
import { classes } from '../ui/classes'
import type { DataColumn } from './column'
import { CornerMark } from './corner-mark'
import { FrozenEdge } from './frozen-edge'
import { cellLook } from './looks'
import { type LineLook, type RowLook, TONE } from './row-props'
import { frozenStyle } from './table-head'
import type { TableFeaturesUsed } from './use-data-table'

type RowBlockProps<Row extends RowData> = {
  readonly row: TableRow<TableFeaturesUsed, Row>
  readonly lines: readonly string[]
  readonly leaves: readonly DataColumn<Row>[]
  readonly offsets: ReadonlyMap<string, number>
  readonly look?: RowLook
  readonly lineLook?: (row: Row, line: string) => LineLook
  readonly openLabel?: string
}

const RULE = {
  none: '',
  hairline: '[&>*]:border-t [&>*]:border-t-border',
  strong: '[&>*]:border-t [&>*]:border-t-border-strong',
} as const

/** One row with all of its lines: a row group of its own, so that its head names every line. */
export function RowBlock<Row extends RowData>(props: RowBlockProps<Row>) {
  const { row, lines, leaves, offsets, look, lineLook, openLabel } = props
  const lastFrozen = leaves.findLast((column) => column.frozen)?.id
  return (
    <tbody className="group/row first-of-type:[&>tr:first-child>*]:border-t-0">
      {lines.map((line, index) => (
        <tr
          key={line}
          className={classes(
            TONE[lineLook?.(row.original, line).tone ?? 'plain'],
            index === 0 && RULE[look?.rule ?? 'hairline'],
            look?.strong && 'font-strong text-text',
          )}
        >
          {leaves.map((column, position) => {
            if (column.perRow && index > 0) return null
            const span = column.perRow && lines.length > 1 ? lines.length : undefined
            const content = column.cell(row.original, line)
            const look = cellLook(column, column.look?.(row.original, line) ?? null)
            if (!column.frozen) {
              return (
                <td key={column.id} rowSpan={span} className={look}>
                  {content}
                  {column.marked?.(row.original, line) && <CornerMark />}
                </td>
              )
            }
            return (
              <th
                key={column.id}
                scope={span === undefined ? 'row' : 'rowgroup'}
                rowSpan={span}
                style={frozenStyle(column, offsets)}
                className={classes(
                  look,
                  span !== undefined && 'align-top',
                  column.id === lastFrozen && 'border-r border-r-border-strong',
                )}
              >
                {position === 0 ? (
                  <>
                    <RowName row={row} openLabel={openLabel} wraps={span !== undefined}>
                      {content}
                    </RowName>
                    {span !== undefined && column.below && (
                      <div style={{ paddingInlineStart: row.depth * 16 + 24 }}>{column.below(row.original)}</div>
                    )}
                  </>
                ) : (
                  content
                )}
                {column.id === lastFrozen && <FrozenEdge />}
              </th>
            )
          })}
        </tr>
      ))}
    </tbody>
  )
}

type RowNameProps<Row extends RowData> = {
  readonly row: TableRow<TableFeaturesUsed, Row>
  readonly openLabel?: string
  /** A row of several lines has room for a name of two. */
  readonly wraps: boolean
  readonly children: ReactNode
}

/** The first cell: indented by depth, with a disclosure button where the row opens. */
function RowName<Row extends RowData>({ row, openLabel, wraps, children }: RowNameProps<Row>) {
  const open = row.getIsExpanded()
  return (
    <span className="flex min-h-(--row-h) items-center gap-1" style={{ paddingInlineStart: row.depth * 16 }}>
      {row.getCanExpand() ? (
        <button
          type="button"
          aria-expanded={open}
          aria-label={openLabel}
          onClick={() => row.toggleExpanded()}
          className="-ml-1 grid size-6 shrink-0 place-items-center rounded-1 text-text-3 hover:bg-surface-3 pointer-coarse:size-11"
        >
          <ChevronRight aria-hidden="true" size={13} className={classes('transition-transform', open && 'rotate-90')} />
        </button>
      ) : (
        <span aria-hidden="true" className="w-5 shrink-0" />
      )}
      <span className={classes('min-w-0', wraps ? 'leading-[1.3] whitespace-normal' : 'truncate')}>{children}</span>
    </span>
  )
}
