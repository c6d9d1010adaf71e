import { and, eq } from 'drizzle-orm'
import { conflict } from '#lib/errors'
import { TeamId } from '#lib/input/organisation'
import { teams } from '../schema/teams'
import { command, lockedTeam, type Work } from './command'

/** Takes a team out of use; its plans and actuals stay. The root team is the company and stays. */
export const archiveTeam = command(
  { action: 'team.archive', capability: 'organisation.edit', input: TeamId },
  (work, { teamId }) => setArchived(work, teamId, new Date()),
)

/** Brings an archived team back. */
export const restoreTeam = command(
  { action: 'team.restore', capability: 'organisation.edit', input: TeamId },
  (work, { teamId }) => setArchived(work, teamId, null),
)

async function setArchived(work: Work, teamId: string, archivedAt: Date | null) {
  const { tx, actor } = work
  const team = await lockedTeam(work, teamId)
  if (team.isRoot) throw conflict('rootTeamStays')
  if ((team.archivedAt === null) === (archivedAt === null)) return { value: undefined, audit: null }
  await tx
    .update(teams)
    .set({ archivedAt })
    .where(and(eq(teams.orgId, actor.orgId), eq(teams.id, teamId)))
  return {
    value: undefined,
    audit: { subjectId: teamId, before: { archivedAt: team.archivedAt }, after: { archivedAt } },
  }
}
