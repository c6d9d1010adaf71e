import { upsertInput } from '#lib/records/import'
import { LeadRow } from '#lib/records/lead'
import { given, incomingRows, momentsIn } from '../records/incoming'
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
    const moments = momentsIn(references.timeZone)
    const incoming = await incomingRows(work, rows, references, (row) => leadFields(row, moments))
    return upserted(work, 'leads', importId, incoming, references)
  },
)

function leadFields(row: LeadRow, moments: ReturnType<typeof momentsIn>) {
  const { teamId, channelId, campaignId, emailHmac, returnReason, passedAt, workedAt, returnedAt } = row
  const dates: Record<string, string | null | undefined> = { passedAt, workedAt, returnedAt }
  for (const [key, at] of Object.entries(row.stages ?? {})) dates[`stage:${key}`] = at
  return Object.assign(given({ teamId, channelId, campaignId, emailHmac, returnReason }), moments(dates))
}
