import { and, eq } from 'drizzle-orm'
import { RenameTeamInput } from '#lib/input/organisation'
import { teams } from '../schema/teams'
import { command, lockedTeam } from './command'

/** Gives a team another name; the root team too. */
export const renameTeam = command(
  { action: 'team.rename', capability: 'organisation.edit', input: RenameTeamInput },
  async (work, { teamId, name }) => {
    const { tx, actor } = work
    const team = await lockedTeam(work, teamId)
    await tx
      .update(teams)
      .set({ name })
      .where(and(eq(teams.orgId, actor.orgId), eq(teams.id, teamId)))
    return { value: undefined, audit: { subjectId: teamId, before: { name: team.name }, after: { name } } }
  },
)
