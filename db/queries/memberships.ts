import { and, asc, eq, isNull } from 'drizzle-orm'
import type { Actor } from '#lib/permissions'
import { asSignin } from '../client'
import { memberships } from '../schema/people'

/** The organisations that a person belongs to, in the order of joining: what log-in and the organisation switch offer. */
export function membershipsOf(userId: string): Promise<Pick<Actor, 'orgId' | 'role'>[]> {
  return asSignin(
    (tx) =>
      tx
        .select({ orgId: memberships.orgId, role: memberships.role })
        .from(memberships)
        .where(and(eq(memberships.userId, userId), isNull(memberships.disabledAt)))
        .orderBy(asc(memberships.createdAt), asc(memberships.orgId)),
    userId,
  )
}
