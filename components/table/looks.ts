import { classes } from '../ui/classes'
import type { CellLook, ColumnKind, DataColumn } from './column'

const KIND: Record<ColumnKind, string> = {
  plain: '',
  month: '',
  quarter: 'bg-surface-2 border-r border-r-border',
  half: 'bg-surface-2 border-r border-r-border-strong',
  year: 'bg-surface-2 font-strong',
  total: 'bg-surface-2 font-strong border-l border-l-border-strong',
}

const LOOK: Record<NonNullable<CellLook>, string> = {
  forecast: 'hatch-forecast text-accent',
  missing: 'hatch-missing text-watch',
  unripe: 'hatch-unripe text-text-2',
  running: 'text-text-3',
}

/** Quarters and longer: their heads are strong, so that the eye finds them. */
const SUMS: readonly ColumnKind[] = ['quarter', 'half', 'year', 'total']

/** Classes of a cell in the table's body. */
export function cellLook<Row>(column: DataColumn<Row>, look: CellLook): string {
  return classes(
    'h-(--row-h) px-(--cell-px) whitespace-nowrap last:pr-3.5',
    (column.align ?? (column.frozen ? 'start' : 'end')) === 'end' ? 'text-right' : 'text-left',
    column.frozen ? 'sticky z-10 bg-surface font-regular' : classes('relative', KIND[column.kind ?? 'plain']),
    column.hiddenOnPhone && 'max-tablet:hidden',
    look !== null && LOOK[look],
  )
}

/** Classes of a column's head. */
export function headLook<Row>(column: DataColumn<Row>): string {
  const kind = column.kind ?? 'plain'
  return classes(
    'h-7 bg-surface-2 px-(--cell-px) text-micro whitespace-nowrap text-text-2 last:pr-3.5',
    (column.align ?? (column.frozen ? 'start' : 'end')) === 'end' ? 'text-right' : 'text-left',
    column.frozen ? 'sticky z-20' : KIND[kind],
    SUMS.includes(kind) ? 'font-strong text-text' : 'font-regular',
    column.hiddenOnPhone && 'max-tablet:hidden',
  )
}
