import type { ReactNode } from 'react'
import { classes } from '../ui/classes'

export type FigureColumn = { readonly key: string; readonly header: ReactNode; readonly hiddenOnPhone?: boolean }

export type FigureRow = {
  readonly key: string
  readonly name: ReactNode
  /** One per column. */
  readonly figures: readonly ReactNode[]
  /** A total: closed off by a line, strong. */
  readonly isTotal?: boolean
}

type FiguresTableProps = {
  readonly label: string
  /** Head of the first column. */
  readonly nameHeader: ReactNode
  readonly columns: readonly FigureColumn[]
  readonly rows: readonly FigureRow[]
  /** The names take what the figures leave, and a long one is cut: where the figures alone nearly fill the card. */
  readonly isTight?: boolean
  readonly className?: string
}

const EDGE = 'first:pl-4 last:pr-4'

/** A small table of a card: names left, figures right, drawn to the card's edges. */
export function FiguresTable({ label, nameHeader, columns, rows, isTight = false, className }: FiguresTableProps) {
  return (
    <table aria-label={label} className={classes('w-full border-separate border-spacing-0 text-small', className)}>
      <thead>
        <tr className="h-6 text-micro text-text-3">
          <th scope="col" className={classes(EDGE, 'pr-2 text-left font-regular whitespace-nowrap')}>
            {nameHeader}
          </th>
          {columns.map((column) => (
            <th
              key={column.key}
              scope="col"
              className={classes(EDGE, 'px-2 text-right font-regular whitespace-nowrap', seen(column, columns))}
            >
              {column.header}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr
            key={row.key}
            className={classes('h-6.5 [&>*]:border-t', row.isTotal && 'font-strong [&>*]:border-t-border-strong')}
          >
            <th
              scope="row"
              className={classes(
                EDGE,
                'pr-2 text-left whitespace-nowrap',
                isTight && 'w-full max-w-0 truncate',
                row.isTotal ? 'font-strong' : 'font-regular',
              )}
            >
              {row.name}
            </th>
            {columns.map((column, index) => (
              <td
                key={column.key}
                className={classes(EDGE, 'px-2 text-right whitespace-nowrap', seen(column, columns))}
              >
                {row.figures[index]}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** On a phone the last column that is left keeps its distance from the card's edge. */
function seen(column: FigureColumn, columns: readonly FigureColumn[]): string {
  if (column.hiddenOnPhone) return 'max-tablet:hidden'
  return columns.findLast((each) => !each.hiddenOnPhone) === column ? 'max-tablet:pr-4' : ''
}
