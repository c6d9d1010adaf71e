import { type SavedEdit, SaveOpportunityInput, SeenDeal } from '#lib/records/edit'
import { authorOf, editedRecord, reachedRecord } from '../records/edited'
import { given } from '../records/incoming'
import { lockRecords } from '../records/rollup'
import type { StoredRecord } from '../records/stored'
import type { Values } from '../records/tables'
import { type Change, command } from './command'

/**
 * Changes an opportunity by hand. Where somebody else changed one of the same fields since it was seen, nothing is
 * saved and both values come back.
 * @throws AppError 'invalid', 'notFound' (also for a channel or campaign of another organisation)
 */
export const saveOpportunity = command(
  { action: 'opportunity.save', capability: 'pipeline.edit', input: SaveOpportunityInput },
  async (work, { opportunityId, seen = null, ...fields }): Promise<Change<SavedEdit>> => {
    await lockRecords(work)
    const values = given(fields)
    const record = await reachedRecord(work, 'opportunities', opportunityId)
    const theirs = seen && changedSince(record, values, seen)
    if (theirs) return { value: { conflict: { theirs, ...(await authorOf(work, record, theirs)) } }, audit: null }
    const { audit } = await editedRecord(work, 'opportunities', record, values)
    return { value: { conflict: null }, audit }
  },
)

/** The fields that this change would take from somebody else; null: none. */
function changedSince({ values: standing }: StoredRecord, values: Values, seen: SeenDeal): Partial<SeenDeal> | null {
  const disputed = Object.entries(seen).filter(([name, shown]) => {
    const now = standing[name] ?? null
    return name in values && now !== shown && now !== (values[name] ?? null)
  })
  if (disputed.length === 0) return null
  return SeenDeal.partial().parse(Object.fromEntries(disputed.map(([name]) => [name, standing[name] ?? null])))
}
