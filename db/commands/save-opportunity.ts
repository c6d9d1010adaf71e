import { type SavedEdit, SaveOpportunityInput, SeenDeal } from '#lib/records/edit'
import { savedUnlessChanged } from '../records/edited'
import { given } from '../records/incoming'
import { lockRecords } from '../records/rollup'
import { type Change, command } from './command'

/**
 * Changes an opportunity by hand. Where somebody else changed one of the same fields since it was seen, nothing is
 * saved and both values come back.
 * @throws AppError 'invalid', 'notFound' (also for a channel or campaign of another organisation)
 */
export const saveOpportunity = command(
  { action: 'opportunity.save', capability: 'pipeline.edit', input: SaveOpportunityInput },
  async (work, { opportunityId, seen, ...fields }): Promise<Change<SavedEdit<SeenDeal>>> => {
    await lockRecords(work)
    const edit = { values: given(fields), seen, part: SeenDeal.partial() }
    return savedUnlessChanged(work, 'opportunities', opportunityId, edit)
  },
)
