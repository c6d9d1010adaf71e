import { CostRow } from '#lib/records/cost'
import { upsertInput } from '#lib/records/import'
import { given, incomingRows } from '../records/incoming'
import { referencesOf } from '../records/references'
import { lockRecords } from '../records/rollup'
import { upserted } from '../records/upsert'
import { command } from './command'

/**
 * Writes up to 5,000 costs, of an import or of the API, and answers what became of each row, in their order.
 * @throws AppError 'conflict' (importEnded), 'invalid', 'notFound' (import)
 */
export const upsertCosts = command(
  { action: 'costs.upsert', capability: 'records.import', input: upsertInput(CostRow) },
  async (work, { importId, rows }) => {
    await lockRecords(work)
    const references = await referencesOf(work)
    const fieldsOf = ({ teamId, channelId, campaignId, month, amount }: CostRow) =>
      given({ teamId, channelId, campaignId, month, amount })
    const incoming = await incomingRows(work, rows, references, fieldsOf)
    return upserted(work, 'costs', importId, incoming, references)
  },
)
