import { LRUCache } from 'lru-cache'
import { type DraftWaiting, draftsWaiting } from '#db/queries/drafts-waiting'
import type { TeamPage } from '#server/session'

/** Drafts of the last pages asked for, per process. Every command raises the data version, so none is stale. */
const recent = new LRUCache<string, DraftWaiting[]>({ max: 500 })

/** Drafts that wait in a team's year; on the root's page those of all teams that the person reaches. */
export async function draftsOf({ session, team, year }: TeamPage): Promise<DraftWaiting[]> {
  const reached = session.teamIds?.toSorted().join() ?? 'all'
  const key = [session.orgId, session.dataVersion, reached, team.id, year.year].join(' ')
  const kept = recent.get(key)
  if (kept) return kept
  const read = await draftsWaiting(session, team.isRoot ? null : [team.id], year.year)
  recent.set(key, read)
  return read
}
