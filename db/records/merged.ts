import type { RowFault, RowResult } from '#lib/records/import'
import { newId } from '../id'
import { faultOf, type References } from './references'
import type { StoredRecord } from './stored'
import type { Values } from './tables'

/** A row on its way in: its fields as they are stored, without those that it leaves out. */
export type Incoming = {
  readonly identity: string
  /** ISO 8601 in UTC; null = its source does not say, so now. */
  readonly sourceAt: string | null
  readonly values: Values
  /** Found before it came here: it is refused, or written with this remark. */
  readonly fault: { readonly refused: boolean; readonly fault: RowFault } | null
}

export type Merged = {
  readonly results: readonly RowResult[]
  /** Records to write, as they shall stand. */
  readonly writes: readonly StoredRecord[]
  /** Those that change in more than their source time, as they stood; a new one is absent. */
  readonly before: ReadonlyMap<string, StoredRecord>
  /** Identities of those that change or are new. */
  readonly changed: ReadonlySet<string>
}

/**
 * Applies rows one after the other to the records that stand: the newest source time wins, at equal times the later
 * row. A row that says nothing new changes nothing, except that a known source time is remembered.
 */
export function merged(
  rows: readonly Incoming[],
  standing: readonly StoredRecord[],
  { importId, now, references }: { importId: string | null; now: string; references: References },
): Merged {
  const before = new Map(standing.map((record) => [record.identity, record]))
  const current = new Map(before)
  const written = new Set<string>()
  const changed = new Set<string>()
  const results = rows.map((row, index): RowResult => {
    const known = current.get(row.identity)
    const values = { ...known?.values, ...row.values }
    const wrong = row.fault?.refused ? row.fault.fault : faultOf(values, references)
    // A record of a team out of reach is not to be had by naming another team.
    const foreign = known ? faultOf({ teamId: known.values.teamId ?? null }, references) : null
    if (wrong || foreign) return { index, status: 'refused', fault: wrong ?? foreign ?? 'teamUnknown' }
    const sourceAt = row.sourceAt ?? now
    const remark = row.fault ? { fault: row.fault.fault } : {}
    if (known && sourceAt < known.sourceAt) return { index, status: 'older', ...remark }
    const isSame = known !== undefined && isEqual(known.values, values)
    if (isSame && (row.sourceAt === null || sourceAt === known.sourceAt))
      return { index, status: 'unchanged', ...remark }
    const keeps = isSame ? known.importId : importId
    current.set(row.identity, { id: known?.id ?? newId(), identity: row.identity, sourceAt, importId: keeps, values })
    written.add(row.identity)
    if (!isSame) changed.add(row.identity)
    return { index, status: isSame ? 'unchanged' : known ? 'updated' : 'created', ...remark }
  })
  return { results, writes: [...written].flatMap((identity) => current.get(identity) ?? []), before, changed }
}

/** A field that is absent is null: a lead that never reached a stage has no date of it. */
function isEqual(one: Values, other: Values): boolean {
  const names = new Set([...Object.keys(one), ...Object.keys(other)])
  return [...names].every((name) => (one[name] ?? null) === (other[name] ?? null))
}
