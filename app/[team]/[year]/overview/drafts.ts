import { kept } from '#db/kept'
import { type DraftWaiting, draftsWaiting } from '#db/queries/drafts-waiting'
import type { TeamPage } from '#server/session'

const keptDrafts = kept<DraftWaiting[]>(500)

/** Drafts that wait in a team's year; on the root's page those of all teams that the person reaches. */
export function draftsOf({ session, team, year }: TeamPage): Promise<DraftWaiting[]> {
  const reached = session.teamIds?.toSorted() ?? 'all'
  return keptDrafts(session, [reached, team.id, year.year], () =>
    draftsWaiting(session, team.isRoot ? null : [team.id], year.year),
  )
}
