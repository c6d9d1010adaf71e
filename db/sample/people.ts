import { hash } from '@node-rs/argon2'
import type { Actor, Role } from '#lib/permissions'
import { addMember } from '../commands/add-member'
import { signUp } from '../commands/sign-up'
import { credentialsOf } from '../queries/credentials'
import { membershipsOf } from '../queries/memberships'
import { ADMIN, COMPANY, PASSWORD } from './company'

type Person = { readonly name: string; readonly email: string; readonly role: Role }

/** The company's admin: signs it up, or finds the one of an interrupted load. */
export async function givenCompany(): Promise<Actor> {
  const known = await credentialsOf(ADMIN.email)
  const [joined] = known ? await membershipsOf(known.userId) : []
  if (known && joined) return { userId: known.userId, ...joined, teamIds: null }
  const { name, email } = ADMIN
  const { userId, orgId } = await signUp({ ...COMPANY, name, email, passwordHash: await hashed() })
  return { userId, orgId, role: 'admin', teamIds: null }
}

/** A member of the company, of all teams or of some, made unless an interrupted load made them already. */
export async function givenPerson(
  admin: Actor,
  { name, email, role }: Person,
  teamIds: string[] | null = null,
): Promise<Actor> {
  const known = await credentialsOf(email)
  const isMember = known && (await membershipsOf(known.userId)).some(({ orgId }) => orgId === admin.orgId)
  const { userId } = isMember
    ? known
    : await addMember(admin, { name, email, role, teamIds, passwordHash: await hashed() })
  return { userId, orgId: admin.orgId, role, teamIds }
}

/** argon2id with the cost that log-in uses. */
function hashed(): Promise<string> {
  return hash(PASSWORD, { memoryCost: 19_456, timeCost: 2, parallelism: 1 })
}
