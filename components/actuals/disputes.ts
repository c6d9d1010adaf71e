import type { GridRow } from '#lib/actuals/grid'
import type { CellConflict, Conflicts } from '#lib/actuals/save-queue'
import { cellKey } from '#lib/actuals/save-request'
import type { Month } from '#lib/month'

/** A disputed cell at its place; `place` is null while its row is folded away. */
export type Dispute = CellConflict & {
  readonly key: string
  readonly row: GridRow
  readonly month: number
  readonly place: number | null
}

/** The disputed cells, top to bottom. */
export function disputes(
  conflicts: Conflicts,
  all: readonly GridRow[],
  onScreen: readonly GridRow[],
  months: readonly Month[],
): readonly Dispute[] {
  if (conflicts.size === 0) return []
  return all.flatMap((row) =>
    months.flatMap((name, month): Dispute[] => {
      const key = cellKey(row.key, name)
      const conflict = conflicts.get(key)
      const at = onScreen.indexOf(row)
      return conflict ? [{ ...conflict, key, row, month, place: at < 0 ? null : at }] : []
    }),
  )
}
