import { and, eq, isNull } from 'drizzle-orm'
import { asSignin } from '../client'
import { users } from '../schema/people'

export type Credentials = { readonly userId: string; readonly passwordHash: string | null }

/** What a log-in is checked against, or null for an unknown or disabled person. The address is the normalised one. */
export async function credentialsOf(email: string): Promise<Credentials | null> {
  const found = await asSignin((tx) =>
    tx
      .select({ userId: users.id, passwordHash: users.passwordHash })
      .from(users)
      .where(and(eq(users.email, email), isNull(users.disabledAt))),
  )
  return found[0] ?? null
}
