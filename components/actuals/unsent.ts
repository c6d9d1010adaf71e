/**
 * An unsent cell: its key, the value typed, the version that was on the screen (null: it was blank), and the reason of a
 * correction (null: its month was open).
 */
export type UnsentCell = readonly [key: string, value: number | null, seen: number | null, reason: string | null]

const name = (teamId: string, year: number) => `gyakusan unsent actuals ${teamId} ${year}`

/** Keeps unsent cells in this tab, so that a reload or a new log-in finds them again. */
export function keepUnsent(teamId: string, year: number, cells: readonly UnsentCell[]): void {
  try {
    if (cells.length === 0) sessionStorage.removeItem(name(teamId, year))
    else sessionStorage.setItem(name(teamId, year), JSON.stringify(cells))
  } catch {
    // Storage may be full or forbidden; the page still holds the cells and warns before it is left.
  }
}

export function unsentCells(teamId: string, year: number): readonly UnsentCell[] {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(name(teamId, year)) ?? '[]')
    return Array.isArray(kept) ? kept.filter(isUnsentCell) : []
  } catch {
    return []
  }
}

function isUnsentCell(cell: unknown): cell is UnsentCell {
  if (!Array.isArray(cell)) return false
  const [key, value, seen, reason] = cell
  const isNumber = (part: unknown) => part === null || Number.isSafeInteger(part)
  const isReason = reason === null || typeof reason === 'string'
  return typeof key === 'string' && isNumber(value) && isNumber(seen) && isReason
}
