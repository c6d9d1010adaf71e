import { upsertInput } from '#lib/records/import'
import { OpportunityRow } from '#lib/records/opportunity'
import { given, incomingRows } from '../records/incoming'
import { referencesOf } from '../records/references'
import { lockRecords } from '../records/rollup'
import { upserted } from '../records/upsert'
import { command } from './command'

/**
 * Writes up to 5,000 opportunities, of an import or of the API, and answers what became of each row, in their order. A
 * lead that is not known leaves the row without one, with the remark 'leadUnknown'.
 * @throws AppError 'conflict' (importEnded), 'invalid', 'notFound' (import)
 */
export const upsertOpportunities = command(
  { action: 'opportunities.upsert', capability: 'records.import', input: upsertInput(OpportunityRow) },
  async (work, { importId, rows }) => {
    await lockRecords(work)
    const references = await referencesOf(work)
    const incoming = await incomingRows(work, rows, references, opportunityFields, (row) => row)
    return upserted(work, 'opportunities', importId, incoming, references)
  },
)

function opportunityFields(row: OpportunityRow) {
  const { identity, sourceAt, account, leadExternalId, emailHmac, ...fields } = row
  return given(fields)
}
