import type { ReactNode } from 'react'
import { classes } from '../ui/classes'

export type CardColumn = {
  readonly key: string
  readonly header: ReactNode
  readonly align?: 'start' | 'end'
  /** Tinted: the chosen one. */
  readonly isChosen?: boolean
  /** A line on its left: sums up what stands before it. */
  readonly isSum?: boolean
  readonly hiddenOnPhone?: boolean
}

export type CardRow = {
  readonly key: string
  readonly name: ReactNode
  /** One per column; null leaves it blank. */
  readonly cells: readonly ReactNode[]
  /** A total: closed off by a line, strong. */
  readonly isTotal?: boolean
  /** What is opened below. */
  readonly isOpen?: boolean
}

type CardTableProps = {
  readonly label: string
  /** Head of the first column. */
  readonly nameHeader: ReactNode
  readonly columns: readonly CardColumn[]
  readonly rows: readonly CardRow[]
  /** Lower rows: several tables on one screen that does not scroll. */
  readonly isDense?: boolean
  /** The names take what the figures leave, and a long one is cut: where the figures alone nearly fill the card. */
  readonly isTight?: boolean
  /** Where the table scrolls sideways. */
  readonly namesStay?: boolean
  readonly className?: string
}

/** A small table of a card, drawn to its edges: names left, figures right. */
export function CardTable({ label, nameHeader, columns, rows, ...look }: CardTableProps) {
  const { isDense = false, isTight = false, namesStay = false, className } = look
  return (
    <table aria-label={label} className={classes('w-full border-separate border-spacing-0 text-small', className)}>
      <thead>
        <tr className={classes('text-micro text-text-3', isDense ? 'h-6' : 'h-7')}>
          <th scope="col" className={classes(NAME, namesStay && STAYS, 'font-regular')}>
            {nameHeader}
          </th>
          {columns.map((column) => (
            <th
              key={column.key}
              scope="col"
              aria-current={column.isChosen ? 'true' : undefined}
              className={classes(
                cellLook(column, columns),
                column.isChosen ? 'font-strong text-accent' : 'font-regular',
              )}
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
              isDense ? 'h-6.5' : 'h-7.5',
              '[&>*]:border-t',
              row.isTotal && 'font-strong [&>*]:border-t-border-strong',
              row.isOpen && '[&>th]:bg-accent-soft [&>td]:bg-accent-soft',
            )}
          >
            <th
              scope="row"
              title={isTight && typeof row.name === 'string' ? row.name : undefined}
              className={classes(
                NAME,
                namesStay && STAYS,
                isTight && 'w-full max-w-0 truncate',
                row.isTotal ? 'font-strong' : 'font-regular',
              )}
            >
              {row.name}
            </th>
            {columns.map((column, i) => (
              <td key={column.key} className={cellLook(column, columns)}>
                {row.cells[i]}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

type ScrollingCardTableProps = Omit<CardTableProps, 'className' | 'namesStay'> & {
  /** px below which it scrolls sideways; without it, when its figures need more than there is. */
  readonly minWidth?: number
}

/** The same where it may be wider than its card: the names stay in view. */
export function ScrollingCardTable({ minWidth, ...table }: ScrollingCardTableProps) {
  return (
    <section
      aria-label={table.label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
      tabIndex={0}
      data-print="whole"
      className="relative isolate overflow-x-auto outline-offset-[-2px] last:rounded-b-3"
    >
      <div style={minWidth === undefined ? undefined : { minWidth }}>
        <CardTable {...table} namesStay />
      </div>
    </section>
  )
}

const NAME = 'pr-2 pl-4 text-left whitespace-nowrap'
const STAYS = 'sticky left-0 z-10 bg-surface'

/** On a phone the last column that is left keeps its distance from the card's edge. */
function cellLook(column: CardColumn, columns: readonly CardColumn[]): string {
  const { align = 'end', isChosen, isSum, hiddenOnPhone } = column
  const isLastOnPhone = columns.findLast((each) => !each.hiddenOnPhone) === column
  return classes(
    'px-2 whitespace-nowrap last:pr-4',
    align === 'end' ? 'text-right' : 'text-left',
    isChosen && 'bg-accent-soft',
    isSum && 'border-l',
    hiddenOnPhone && 'max-tablet:hidden',
    isLastOnPhone && 'max-tablet:pr-4',
  )
}
