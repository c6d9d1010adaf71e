import { allRows, type TableRow } from './table-row'

/** In the URL in the place of row ids: everything down to the channels, or to the campaigns. */
export const WHOLE = ['channels', 'campaigns'] as const

/** Ids of the open rows, from what the URL says. */
export function openIds(open: readonly string[], rows: readonly TableRow[]): string[] {
  if (open.includes('campaigns')) return withParts(allRows(rows))
  if (open.includes('channels')) return withParts(rows)
  return [...open]
}

/** How deep the table is open as a whole; null when rows were opened one by one. */
export function depthOf(open: readonly string[]): 'metrics' | (typeof WHOLE)[number] | null {
  if (open.length === 0) return 'metrics'
  return WHOLE.find((whole) => open.includes(whole)) ?? null
}

const withParts = (rows: readonly TableRow[]) => rows.filter((row) => row.parts.length > 0).map((row) => row.id)
