import { eq } from 'drizzle-orm'
import { LRUCache } from 'lru-cache'
import { readOrg } from '../client'
import { organisations } from '../schema/organisation'
import { membershipsOf } from './memberships'

export type OrganisationName = { readonly id: string; readonly name: string }

/** For the menu only: what a person may enter is decided when they enter. */
const kept = new LRUCache<string, readonly OrganisationName[]>({ max: 1000, ttl: 60_000 })

/** The organisations of which a person is a member, by name. May be a minute old. */
export async function organisationsOf(userId: string): Promise<readonly OrganisationName[]> {
  const known = kept.get(userId)
  if (known) return known
  const joined = await membershipsOf(userId)
  // Each organisation is read as its own tenant: no role sees two of them at once.
  const named = await Promise.all(joined.map(({ orgId }) => nameOf({ orgId, userId })))
  const found = named.flat().sort((a, b) => a.name.localeCompare(b.name, 'ja'))
  kept.set(userId, found)
  return found
}

function nameOf(tenant: { readonly orgId: string; readonly userId: string }): Promise<OrganisationName[]> {
  return readOrg(tenant, (tx) =>
    tx
      .select({ id: organisations.orgId, name: organisations.name })
      .from(organisations)
      .where(eq(organisations.orgId, tenant.orgId)),
  )
}
