import { cellReader, columnIndexes } from '#lib/import/cells'
import { type Fault, shownValue } from '#lib/import/fault'
import { type ChoiceKey, choicesOf } from '#lib/import/fields'
import type { Flag } from '#lib/import/flag'
import type { Check, FoundValue, FoundValues } from '#lib/import/inspection'
import { LISTED_FAULTS, MOST_VALUES } from '#lib/import/limits'
import type { ImportMapping } from '#lib/import/mapping'
import { rowReader } from '#lib/import/row-reader'
import { valueKey } from '#lib/import/values'
import { stages } from '../queries/organisation'
import type { Session } from '../queries/session'
import { rowContext } from './context'
import type { Spooled } from './spool'
import { openTable, type Told } from './table'

/** The different values of the choice fields in a whole file. Unreadable rows do not matter here. */
export async function foundValues(
  session: Session,
  file: Spooled,
  mapping: ImportMapping,
  told: Told,
): Promise<FoundValues> {
  const funnel = await stages(session)
  const { headers, rows } = await openTable(file, mapping, told)
  const read = cellReader(mapping, headers)
  const indexes = columnIndexes(mapping, headers)
  const columns = choicesOf(mapping.kind, funnel).flatMap((key) => {
    const field = columnOf(key, indexes)
    return field === null ? [] : [{ key, field, found: new Map<string, FoundValue>(), more: 0 }]
  })
  let count = 0
  for await (const { row } of rows) {
    count++
    for (const column of columns) {
      const text = read(row, column.field)
      const key = valueKey(text).slice(0, 300)
      const known = column.found.get(key)
      if (!known && column.found.size >= MOST_VALUES) column.more++
      else column.found.set(key, { key, text: known?.text ?? shownValue(text), rows: (known?.rows ?? 0) + 1 })
    }
  }
  const byCount = (one: FoundValue, other: FoundValue) => other.rows - one.rows
  const values = columns.map(
    ({ key, found, more }) => [key, { found: [...found.values()].sort(byCount), more }] as const,
  )
  return { rows: count, values: Object.fromEntries(values) }
}

/** The field whose column decides a choice: a deal is won by its own column, else by its stage. */
function columnOf(key: ChoiceKey, indexes: ReadonlyMap<string, number>): string | null {
  if (indexes.has(key)) return key
  return key === 'state' && indexes.has('stage') ? 'stage' : null
}

/** Reads a whole file as an import would, and writes nothing. */
export async function checkFile(session: Session, file: Spooled, mapping: ImportMapping, told: Told): Promise<Check> {
  const context = await rowContext(session)
  const { headers, rows } = await openTable(file, mapping, told)
  const read = rowReader(mapping.kind, mapping, headers, context)
  const counts = { rows: 0, good: 0, skipped: 0, faulty: 0 }
  const flags: Partial<Record<Flag, number>> = {}
  const faults: Fault[] = []
  for await (const { row, number } of rows) {
    counts.rows++
    const reading = read(row, number)
    if (reading.state === 'skipped') counts.skipped++
    else if (reading.state === 'read') {
      counts.good++
      for (const flag of reading.flags) flags[flag] = (flags[flag] ?? 0) + 1
    } else {
      counts.faulty++
      if (faults.length < LISTED_FAULTS) faults.push(...reading.faults)
    }
  }
  return { ...counts, flags, faults }
}
