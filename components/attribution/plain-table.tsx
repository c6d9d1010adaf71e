import type { ReactNode } from 'react'
import { classes } from '../ui/classes'

export type PlainColumn = {
  readonly key: string
  readonly header: ReactNode
  readonly align?: 'start' | 'end'
  /** Tinted: the chosen one. */
  readonly isChosen?: boolean
  /** A line on its left: sums up what stands before it. */
  readonly isSum?: boolean
  readonly hiddenOnPhone?: boolean
}

export type PlainRow = {
  readonly key: string
  readonly name: ReactNode
  /** One per column; null leaves it blank. */
  readonly cells: readonly ReactNode[]
  /** A line above it, strong. */
  readonly isTotal?: boolean
  /** What is opened below. */
  readonly isOpen?: boolean
}

type PlainTableProps = {
  readonly label: string
  readonly nameHeader: ReactNode
  readonly columns: readonly PlainColumn[]
  readonly rows: readonly PlainRow[]
  /** Below this width it scrolls sideways, the names stay. */
  readonly minWidth?: number
}

/** A table of a card drawn to its edges: names left and always in view, figures right. */
export function PlainTable({ label, nameHeader, columns, rows, minWidth }: PlainTableProps) {
  return (
    <section
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
      tabIndex={0}
      data-print="whole"
      className="relative isolate overflow-x-auto outline-offset-[-2px]"
    >
      <table
        aria-label={label}
        style={minWidth === undefined ? undefined : { minWidth }}
        className="w-full border-separate border-spacing-0 text-small"
      >
        <thead>
          <tr className="h-7 text-micro text-text-3">
            <th scope="col" className={classes(NAME, 'text-left font-regular')}>
              {nameHeader}
            </th>
            {columns.map((column) => (
              <th
                key={column.key}
                scope="col"
                aria-current={column.isChosen ? 'true' : undefined}
                className={classes(cellLook(column), column.isChosen ? 'font-strong text-accent' : 'font-regular')}
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
              className={classes(
                'h-7.5 [&>*]:border-t',
                row.isTotal && 'font-strong [&>*]:border-t-border-strong',
                row.isOpen && '[&>th]:bg-accent-soft [&>td]:bg-accent-soft',
              )}
            >
              <th scope="row" className={classes(NAME, 'text-left', row.isTotal ? 'font-strong' : 'font-regular')}>
                {row.name}
              </th>
              {columns.map((column, i) => (
                <td key={column.key} className={cellLook(column)}>
                  {row.cells[i]}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

const NAME = 'sticky left-0 z-10 bg-surface pr-2 pl-4 whitespace-nowrap'

function cellLook({ align = 'end', isChosen, isSum, hiddenOnPhone }: PlainColumn): string {
  return classes(
    'px-2 whitespace-nowrap last:pr-4',
    align === 'end' ? 'text-right' : 'text-left',
    isChosen && 'bg-accent-soft',
    isSum && 'border-l',
    hiddenOnPhone && 'max-tablet:hidden',
  )
}
