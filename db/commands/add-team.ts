import { AddTeamInput } from '#lib/input/organisation'
import { newId } from '../id'
import { teams } from '../schema/teams'
import { command } from './command'

/** Adds a team below the root. Answers its id. */
export const addTeam = command(
  { action: 'team.add', capability: 'organisation.edit', input: AddTeamInput },
  async ({ tx, actor }, { name }) => {
    const teamId = newId()
    await tx.insert(teams).values({ orgId: actor.orgId, id: teamId, name })
    return { value: { teamId }, audit: { subjectId: teamId, before: null, after: { name } } }
  },
)
