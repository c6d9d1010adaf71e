import type { ImportState } from '#lib/records/import'
import { readOrg } from '../client'
import type { Import } from '../queries/imports'
import type { Session } from '../queries/session'

/** An import writes a batch, and so gives a sign of life, more often than this; or it holds the writers' lock. */
const SILENT_MS = 20_000

/**
 * The imports with the state that they are really in: one that was running when its server ended is interrupted.
 * Nothing of it is left if it was to be all or nothing; it can be repeated in any case.
 */
export async function withRealState<One extends Pick<Import, 'state' | 'activeAt'>>(
  session: Session,
  listed: readonly One[],
): Promise<(One & { readonly state: ImportState })[]> {
  const isSilent = ({ state, activeAt }: One) => state === 'running' && Date.parse(activeAt) < Date.now() - SILENT_MS
  if (!listed.some(isSilent) || (await isSomebodyWriting(session))) return [...listed]
  return listed.map((each) => (isSilent(each) ? { ...each, state: 'interrupted' } : each))
}

/** Whether a transaction holds the lock under which records of the organisation are written. */
function isSomebodyWriting(session: Session): Promise<boolean> {
  return readOrg(session, async (tx) => {
    const text = 'select pg_try_advisory_xact_lock_shared(7414, hashtext($1)) as free'
    const { rows } = await tx.$client.query<{ free: boolean }>(text, [session.orgId])
    return rows[0]?.free === false
  })
}
