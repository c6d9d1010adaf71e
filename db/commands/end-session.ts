import { and, eq, isNull } from 'drizzle-orm'
import { asSignin, withOrg } from '../client'
import { newId } from '../id'
import type { SessionIds } from '../queries/session'
import { auditLog } from '../schema/audit'
import { memberships } from '../schema/people'
import { sessions } from '../schema/sessions'

/** Log-out: the cookie is worth nothing from now on, wherever it was copied to. */
export async function endSession(session: SessionIds): Promise<void> {
  await revoke(session, session.sessionId)
}

/** Log-out everywhere: every session of the person, in every organisation. */
export async function endAllSessions(userId: string): Promise<void> {
  const joined = await asSignin(
    (tx) => tx.select({ orgId: memberships.orgId }).from(memberships).where(eq(memberships.userId, userId)),
    userId,
  )
  for (const { orgId } of joined) await revoke({ orgId, userId })
}

async function revoke({ orgId, userId }: Pick<SessionIds, 'orgId' | 'userId'>, sessionId?: string): Promise<void> {
  const own = and(eq(sessions.orgId, orgId), eq(sessions.userId, userId), isNull(sessions.revokedAt))
  await withOrg({ orgId, userId }, async (tx) => {
    const ended = await tx
      .update(sessions)
      .set({ revokedAt: new Date() })
      .where(sessionId ? and(own, eq(sessions.id, sessionId)) : own)
      .returning({ subjectId: sessions.id })
    if (ended.length === 0) return
    await tx
      .insert(auditLog)
      .values(ended.map(({ subjectId }) => ({ orgId, id: newId(), userId, action: 'session.end', subjectId })))
  })
}
