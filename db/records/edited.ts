import { invalid, notFound } from '#lib/errors'
import { reaches } from '#lib/permissions'
import type { Change, Work } from '../commands/command'
import { referencesOf } from './references'
import { storedRecords } from './stored'
import { TABLE_OF, type Values } from './tables'
import { type RecordKind, upserted } from './upsert'

/**
 * A person's change to one record: newer than whatever its source said so far, older than what it says next.
 * @throws AppError 'notFound' for a record out of reach, 'invalid' for a channel or campaign that is none
 */
export async function editedRecord(work: Work, kind: RecordKind, id: string, values: Values): Promise<Change<void>> {
  const { tx, actor } = work
  const [found] = await storedRecords(tx, actor.orgId, TABLE_OF[kind], { by: 'id', among: [id] })
  const teamId = found?.values.teamId
  if (!found || typeof teamId !== 'string' || !reaches(actor, teamId)) throw notFound()
  const now = new Date().toISOString()
  const row = {
    identity: found.identity,
    // A source whose clock runs ahead does not keep people from correcting it.
    sourceAt: found.sourceAt > now ? found.sourceAt : now,
    ...{ values, fault: null },
  }
  const { value } = await upserted(work, kind, null, [row], await referencesOf(work))
  const [result] = value
  if (result?.fault === 'channelUnknown' || result?.fault === 'campaignUnknown') throw notFound()
  if (result?.fault) throw invalid('invalid')
  if (result?.status === 'unchanged') return { value: undefined, audit: null }
  const [after] = await storedRecords(tx, actor.orgId, TABLE_OF[kind], { by: 'id', among: [id] })
  return { value: undefined, audit: { subjectId: id, before: found.values, after: after?.values ?? null } }
}
