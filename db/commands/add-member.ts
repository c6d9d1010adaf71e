import { conflict, forbidden, notFound } from '#lib/errors'
import { AddMemberInput } from '#lib/input/organisation'
import { type Actor, reaches } from '#lib/permissions'
import { codeOf } from '../faults'
import { memberships, membershipTeams } from '../schema/people'
import { command } from './command'
import { userWithEmail } from './new-user'

const UNIQUE_VIOLATION = '23505'
const FOREIGN_KEY_VIOLATION = '23503'

/** Makes a person a member with a role, of all teams or of some. Answers the person's id. */
export const addMember = command(
  { action: 'member.add', capability: 'organisation.edit', input: AddMemberInput },
  async ({ tx, actor }, { name, email, role, teamIds, passwordHash }) => {
    const { orgId } = actor
    requireReach(actor, teamIds)
    const userId = await userWithEmail(tx, actor, { email, passwordHash })
    await tx
      .insert(memberships)
      .values({ orgId, userId, name, email, role, reachesAllTeams: teamIds === null })
      .catch((error: unknown) => {
        throw codeOf(error) === UNIQUE_VIOLATION ? conflict('memberAlready') : error
      })
    if (teamIds) await limitToTeams()
    return { value: { userId }, audit: { subjectId: userId, before: null, after: { name, email, role, teamIds } } }

    async function limitToTeams() {
      const rows = [...new Set(teamIds)].map((teamId) => ({ orgId, userId, teamId }))
      await tx
        .insert(membershipTeams)
        .values(rows)
        .catch((error: unknown) => {
          throw codeOf(error) === FOREIGN_KEY_VIOLATION ? notFound() : error
        })
    }
  },
)

/** Nobody gives a wider reach than they have themselves. */
function requireReach(actor: Actor, teamIds: readonly string[] | null): void {
  if (teamIds === null && actor.teamIds !== null) throw forbidden()
  if (teamIds !== null && !teamIds.every((teamId) => reaches(actor, teamId))) throw notFound()
}
