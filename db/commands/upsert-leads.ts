import { upsertInput } from '#lib/records/import'
import { LeadRow } from '#lib/records/lead'
import { given, incomingRows, moments } from '../records/incoming'
import { referencesOf } from '../records/references'
import { lockRecords } from '../records/rollup'
import { upserted } from '../records/upsert'
import { command } from './command'

/**
 * Writes up to 5,000 leads, of an import or of the API, and answers what became of each row, in their order.
 * @throws AppError 'conflict' (importEnded), 'invalid', 'notFound' (import)
 */
export const upsertLeads = command(
  { action: 'leads.upsert', capability: 'records.import', input: upsertInput(LeadRow) },
  async (work, { importId, rows }) => {
    await lockRecords(work)
    const references = await referencesOf(work)
    const incoming = await incomingRows(work, rows, references, (row) => leadFields(row, references.timeZone))
    return upserted(work, 'leads', importId, incoming, references)
  },
)

function leadFields(row: LeadRow, timeZone: string) {
  const { teamId, channelId, campaignId, emailHmac, returnReason, passedAt, workedAt, returnedAt } = row
  const stages = Object.fromEntries(Object.entries(row.stages ?? {}).map(([key, at]) => [`stage:${key}`, at]))
  return {
    ...given({ teamId, channelId, campaignId, emailHmac, returnReason }),
    ...moments({ passedAt, workedAt, returnedAt, ...stages }, timeZone),
  }
}
