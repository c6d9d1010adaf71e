import { upsertInput } from '#lib/records/import'
import { TouchRow } from '#lib/records/touch'
import { given, incomingRows, momentsIn } from '../records/incoming'
import { referencesOf } from '../records/references'
import { lockRecords } from '../records/rollup'
import { upserted } from '../records/upsert'
import { command } from './command'

/**
 * Writes up to 5,000 touches, of an import or of the API, and answers what became of each row, in their order. A touch
 * without an account of its own is its lead's account's.
 * @throws AppError 'conflict' (importEnded), 'invalid', 'notFound' (import)
 */
export const upsertTouches = command(
  { action: 'touches.upsert', capability: 'records.import', input: upsertInput(TouchRow) },
  async (work, { importId, rows }) => {
    await lockRecords(work)
    const references = await referencesOf(work)
    const moments = momentsIn(references.timeZone)
    const fieldsOf = ({ channelId, campaignId, kind, at }: TouchRow) => ({
      ...given({ channelId, campaignId, kind }),
      ...moments({ at }),
    })
    const incoming = await incomingRows(work, rows, references, fieldsOf, (row) => row)
    return upserted(work, 'touches', importId, incoming, references)
  },
)
