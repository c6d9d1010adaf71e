import { fieldsOf } from '#lib/import/fields'
import type { Stage } from '#lib/organisation'
import { IMPORT_KINDS } from '#lib/records/import'
import type { ExportTable } from './table-names'

export const EXPORT_FORMATS = ['csv', 'cp932', 'replaced', 'xlsx'] as const
export type ExportFormat = (typeof EXPORT_FORMATS)[number]

/** Text, or a number that stays one. Blank is null. */
export type ExportCell = string | number | null

const OTHERS: Readonly<Record<string, readonly string[]>> = {
  attribution: ['month', 'team', 'isNew', 'channel', 'campaign', 'model', 'amount', 'deals', 'frozen'],
  accounts: ['id', 'name', 'mergedInto', 'createdAt'],
  campaigns: ['name', 'team', 'channel', 'startsOn', 'endsOn', 'budget', 'plannedEntries', 'archived'],
  channels: ['name', 'isMarketing', 'entry', 'archived'],
  stages: ['key', 'name', 'position'],
  teams: ['name', 'isRoot', 'archived'],
  plans: [
    ...['year', 'team', 'version', 'state', 'revenueGoal', 'existing', 'salesSourced', 'channel'],
    ...['share', 'entry', 'dealSize', 'unitCost', 'fixedCost', 'note', 'createdAt'],
  ],
}

/** Read at import, but made from others at export. */
const ONLY_IN = ['email', 'closeDate']

/** The columns of a table: for records those that an import reads, so that an export can come back. */
export function exportColumns(table: ExportTable, stages: readonly Pick<Stage, 'key'>[]): readonly string[] {
  const kind = IMPORT_KINDS.find((each) => each === table)
  if (kind === undefined) return OTHERS[table] ?? []
  return fieldsOf(kind, stages)
    .map((field) => field.key)
    .filter((key) => !ONLY_IN.includes(key))
}
