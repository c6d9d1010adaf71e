import { eq } from 'drizzle-orm'
import { signinWithin, type Tenant, type Tx } from '../client'
import { newId } from '../id'
import { users } from '../schema/people'

type Person = { readonly email: string; readonly passwordHash: string | null }

/** The person with an address, made if nobody has it yet; somebody known keeps their own password. */
export async function userWithEmail(tx: Tx, tenant: Tenant, { email, passwordHash }: Person): Promise<string> {
  return signinWithin(tx, tenant, async () => {
    const id = newId()
    await tx.insert(users).values({ id, email, passwordHash }).onConflictDoNothing({ target: users.email })
    const [found] = await tx.select({ id: users.id }).from(users).where(eq(users.email, email))
    return found?.id ?? id
  })
}
