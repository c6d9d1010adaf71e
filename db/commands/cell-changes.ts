import { type ActualCell, addressOf, type CellAddress } from '#lib/input/actuals'
import type { MonthlyActual } from '#lib/monthly-actual'

/** A cell as it stands after a save. `version` null: it is blank. */
export type SavedCell = CellAddress & { readonly value: number | null; readonly version: number | null }

/** A cell that stands otherwise than the one who saves had seen it. `version` null: it is blank by now. */
export type ChangedBetween = CellAddress & {
  readonly yours: number | null
  readonly theirs: number | null
  readonly version: number | null
}

/** A cell that someone else had changed: nothing was written to it. To keep yours, save again with this version. */
export type CellConflict = ChangedBetween & {
  /** Name of the person who saved the other value, and when (ISO 8601); null when the cell is blank by now. */
  readonly by: string | null
  readonly at: string | null
}

/** A cell that is to be written, with the value that it had. */
export type CellChange = CellAddress & { readonly before: number | null; readonly after: number | null }

export type CellChanges = {
  readonly changes: readonly CellChange[]
  readonly conflicts: readonly ChangedBetween[]
  /** Cells that hold the wanted value already, whoever wrote it. */
  readonly unchanged: readonly SavedCell[]
}

/** Sorts the wanted cells by what stands in the database, where a blank cell has no row. */
export function cellChanges(wanted: readonly ActualCell[], rows: readonly MonthlyActual[]): CellChanges {
  const standing = new Map(rows.map((row) => [addressOf(row), row]))
  const changes: CellChange[] = []
  const conflicts: ChangedBetween[] = []
  const unchanged: SavedCell[] = []
  for (const cell of wanted) {
    const place = placeOf(cell)
    const now = standing.get(addressOf(cell))
    const theirs = now?.value ?? null
    const version = now?.version ?? null
    if (cell.value === theirs) unchanged.push({ ...place, value: theirs, version })
    else if (cell.version !== undefined && cell.version !== version)
      conflicts.push({ ...place, yours: cell.value, theirs, version })
    else changes.push({ ...place, before: theirs, after: cell.value })
  }
  return { changes, conflicts, unchanged }
}

export function placeOf({ month, line, channelId, campaignId, metric }: CellAddress): CellAddress {
  return { month, line, channelId, campaignId, metric }
}
