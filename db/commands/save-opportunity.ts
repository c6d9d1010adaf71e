import { SaveOpportunityInput } from '#lib/records/edit'
import { editedRecord } from '../records/edited'
import { given } from '../records/incoming'
import { lockRecords } from '../records/rollup'
import { command } from './command'

/**
 * Changes an opportunity by hand.
 * @throws AppError 'invalid', 'notFound' (also for a channel or campaign of another organisation)
 */
export const saveOpportunity = command(
  { action: 'opportunity.save', capability: 'pipeline.edit', input: SaveOpportunityInput },
  async (work, { opportunityId, ...fields }) => {
    await lockRecords(work)
    return editedRecord(work, 'opportunities', opportunityId, given(fields))
  },
)
