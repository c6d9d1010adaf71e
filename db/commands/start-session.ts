import { and, asc, eq, isNull } from 'drizzle-orm'
import { asSignin, withOrg } from '../client'
import { newId } from '../id'
import { auditLog } from '../schema/audit'
import { memberships, users } from '../schema/people'
import { sessions } from '../schema/sessions'

/**
 * Starts a session of a person whose password was just checked, in the organisation given or else the one they used
 * last. Null when the person is disabled or a member of none (or not of that one). Changes no figure: no data version.
 */
export async function startSession(
  userId: string,
  wantedOrgId: string | null = null,
): Promise<{ orgId: string; sessionId: string } | null> {
  const orgId = await enteredOrganisation(userId, wantedOrgId)
  if (orgId === null) return null
  const sessionId = newId()
  await withOrg({ orgId, userId }, async (tx) => {
    await tx.insert(sessions).values({ orgId, id: sessionId, userId })
    await tx.insert(auditLog).values({ orgId, id: newId(), userId, action: 'session.start', subjectId: sessionId })
  })
  return { orgId, sessionId }
}

/** Chooses the organisation and remembers it for the next log-in. */
function enteredOrganisation(userId: string, wanted: string | null): Promise<string | null> {
  return asSignin(async (tx) => {
    const [person] = await tx
      .select({ lastOrgId: users.lastOrgId })
      .from(users)
      .where(and(eq(users.id, userId), isNull(users.disabledAt)))
    if (!person) return null
    const joined = await tx
      .select({ orgId: memberships.orgId })
      .from(memberships)
      .where(and(eq(memberships.userId, userId), isNull(memberships.disabledAt)))
      .orderBy(asc(memberships.createdAt), asc(memberships.orgId))
    const ids = joined.map((each) => each.orgId)
    const chosen = wanted ? ids.find((id) => id === wanted) : (ids.find((id) => id === person.lastOrgId) ?? ids[0])
    if (!chosen) return null
    if (chosen !== person.lastOrgId) await tx.update(users).set({ lastOrgId: chosen }).where(eq(users.id, userId))
    return chosen
  }, userId)
}
