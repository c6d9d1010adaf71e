import { SaveHandoverInput } from '#lib/records/edit'
import { editedRecord, reachedRecord } from '../records/edited'
import { given, moments } from '../records/incoming'
import { referencesOf } from '../records/references'
import { lockRecords } from '../records/rollup'
import { command } from './command'

/** Notes by hand when a lead was passed to sales, worked, or returned and why. @throws AppError 'invalid', 'notFound' */
export const saveHandover = command(
  { action: 'handover.save', capability: 'pipeline.edit', input: SaveHandoverInput },
  async (work, { leadId, returnReason, ...dates }) => {
    await lockRecords(work)
    const { timeZone } = await referencesOf(work)
    const record = await reachedRecord(work, 'leads', leadId)
    return editedRecord(work, 'leads', record, { ...given({ returnReason }), ...moments(dates, timeZone) })
  },
)
