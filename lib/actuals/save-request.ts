import type { Month } from '#lib/month'
import type { MonthlyActual } from '#lib/monthly-actual'
import type { Result } from '#lib/result'
import { type GridRow, rowKey } from './grid'
import type { CellConflict, Cells, Conflicts } from './save-queue'

/** Which version of a cell is on the screen, by cell; a blank cell has none. */
export type SeenVersions = ReadonlyMap<string, number | null>

type Place = Pick<GridRow, 'line' | 'channelId' | 'campaignId' | 'metric'> & { readonly month: Month }

/** A cell as the server takes it. */
export type WantedCell = Place & { readonly value: number | null; readonly version: number | null }

/** What the server says of the cells that it was sent. */
export type SaveAnswer = {
  readonly saved: readonly (Place & { readonly version: number | null })[]
  readonly conflicts: readonly (Place & {
    readonly yours: number | null
    readonly theirs: number | null
    readonly version: number | null
    /** Who saved the other value, and when (ISO 8601); null when it was blanked and nobody knows any more. */
    readonly by: string | null
    readonly at: string | null
  })[]
}

/** Names a cell of the grid in queues and maps. */
export function cellKey(row: string, month: Month): string {
  return `${month} ${row}`
}

export function keyOf(place: Place): string {
  return cellKey(rowKey(place), place.month)
}

export function seenVersions(cells: readonly MonthlyActual[]): SeenVersions {
  return new Map(cells.map((cell) => [keyOf(cell), cell.version]))
}

/** The queued cells with the version that was on the screen, so that nobody's work is overwritten unseen. */
export function wantedCells(
  cells: Cells,
  grid: { readonly rows: readonly GridRow[]; readonly months: readonly Month[] },
  seen: SeenVersions,
): WantedCell[] {
  const places = new Map(
    grid.rows.flatMap((row) => grid.months.map((month) => [cellKey(row.key, month), { row, month }])),
  )
  return [...cells].flatMap(([key, value]) => {
    const place = places.get(key)
    if (place === undefined) return []
    const { line, channelId, campaignId, metric } = place.row
    return [{ month: place.month, line, channelId, campaignId, metric, value, version: seen.get(key) ?? null }]
  })
}

/** What came of a request. 'unreachable' is tried again by itself, 'refused' needs the person. */
export type Outcome =
  | { readonly kind: 'saved'; readonly versions: ReadonlyMap<string, number | null>; readonly conflicts: Conflicts }
  | { readonly kind: 'refused'; readonly reason: string; readonly faulty: readonly string[] }
  | { readonly kind: 'unreachable' }

/** Reads the server's answer to the cells that were sent, in their order. */
export function outcomeOf(result: Result<SaveAnswer>, wanted: readonly WantedCell[]): Outcome {
  if (result.ok) {
    const { saved, conflicts } = result.value
    return {
      kind: 'saved',
      versions: new Map(saved.map((cell) => [keyOf(cell), cell.version])),
      conflicts: new Map(
        conflicts.map((cell): [string, CellConflict] => {
          const { yours, theirs, version, by, at } = cell
          return [keyOf(cell), { yours, theirs, version, by, at }]
        }),
      ),
    }
  }
  if (result.code === 'unavailable') return { kind: 'unreachable' }
  const faulty = Object.keys(result.fields).flatMap((path) => {
    const cell = wanted[Number(/^cells\.(\d+)/.exec(path)?.[1] ?? Number.NaN)]
    return cell === undefined ? [] : [keyOf(cell)]
  })
  const [first] = Object.values(result.fields)
  return { kind: 'refused', reason: first ?? result.message, faulty }
}
