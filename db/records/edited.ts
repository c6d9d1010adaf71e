import type { z } from 'zod'
import { invalid, notFound } from '#lib/errors'
import { reaches } from '#lib/permissions'
import type { SavedEdit } from '#lib/records/edit'
import type { Change, Work } from '../commands/command'
import { referencesOf } from './references'
import { type StoredRecord, storedRecords } from './stored'
import { TABLE_OF, type Values } from './tables'
import { type RecordKind, upserted } from './upsert'

/** A record of a team within reach. @throws AppError 'notFound' */
async function reachedRecord({ tx, actor }: Work, kind: RecordKind, id: string): Promise<StoredRecord> {
  const [found] = await storedRecords(tx, actor.orgId, TABLE_OF[kind], { by: 'id', among: [id] })
  const teamId = found?.values.teamId
  if (!found || typeof teamId !== 'string' || !reaches(actor, teamId)) throw notFound()
  return found
}

/**
 * A person's change to one record: newer than whatever its source said so far, older than what it says next.
 * @throws AppError 'notFound' for a channel or campaign that is none, 'invalid'
 */
async function editedRecord(work: Work, kind: RecordKind, found: StoredRecord, values: Values): Promise<Change<void>> {
  const { tx, actor } = work
  const { id } = found
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

type SeenEdit<Seen extends Values> = {
  readonly values: Values
  /** What the form showed when it was opened; without it, the change is made whatever stands. */
  readonly seen: Seen | undefined
  /** Reads some of the form's fields. */
  readonly part: z.ZodType<Partial<Seen>>
  /** Values of the record as the form shows them, where it shows less of them. */
  readonly shown?: (values: Values) => Values
}

/**
 * A person's change to one record, unless it would take a field from somebody who changed it since it was seen: then
 * their values come back. What both want alike is no conflict.
 * @throws AppError 'notFound', 'invalid'
 */
export async function savedUnlessChanged<Seen extends Values>(
  work: Work,
  kind: RecordKind,
  id: string,
  { values, seen, part, shown = (same) => same }: SeenEdit<Seen>,
): Promise<Change<SavedEdit<Seen>>> {
  const record = await reachedRecord(work, kind, id)
  const [standing, wanted] = [shown(record.values), shown(values)]
  const disputed = Object.keys(seen ?? {}).filter((name) => {
    const now = standing[name] ?? null
    return name in wanted && now !== seen?.[name] && now !== (wanted[name] ?? null)
  })
  if (disputed.length === 0) {
    const { audit } = await editedRecord(work, kind, record, values)
    return { value: { conflict: null }, audit }
  }
  const theirs = part.parse(only(disputed, standing))
  const author = await authorOf(work, record, only(disputed, record.values))
  return { value: { conflict: { theirs, ...author } }, audit: null }
}

const only = (names: readonly string[], values: Values): Values =>
  Object.fromEntries(names.map((name) => [name, values[name] ?? null]))

/** Who gave a record's fields these values last, by hand or by an import; what a system pushed has no name. */
async function authorOf({ tx, actor }: Work, { id, importId }: StoredRecord, values: Values) {
  const { rows } = await tx.$client.query<{ by: string; at: Date }>(
    `select m.name as by, c.at from (
       select user_id, at from audit_log where org_id = $1 and subject_id = $2 and after @> $4::jsonb
       union all select created_by, active_at from imports where org_id = $1 and id = $3) c
     join memberships m on m.org_id = $1 and m.user_id = c.user_id order by c.at desc limit 1`,
    [actor.orgId, id, importId, JSON.stringify(values)],
  )
  const [last] = rows
  return { by: last?.by ?? null, at: last?.at.toISOString() ?? null }
}
