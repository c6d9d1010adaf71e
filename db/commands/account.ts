import { notFound } from '#lib/errors'
import { isOfOtherTeams } from '../queries/accounts'
import type { Work } from './command'

export type LockedAccount = { readonly id: string; readonly name: string; readonly externalId: string | null }

/**
 * The accounts, locked, in the order of their ids' list; another organisation's, or one with records of teams out of
 * reach, is not found.
 * @throws AppError 'notFound'
 */
export async function lockedAccounts({ tx, actor }: Work, ids: readonly string[]): Promise<LockedAccount[]> {
  const { rows } = await tx.$client.query<LockedAccount>(
    `select a.id, a.name, a.external_id as "externalId" from accounts a
     where a.org_id = $1 and a.id = any($2::uuid[]) and ($3::uuid[] is null or not ${isOfOtherTeams('$3')})
     order by a.id for no key update`,
    [actor.orgId, ids, actor.teamIds],
  )
  return ids.map((id) => {
    const found = rows.find((each) => each.id === id)
    if (!found) throw notFound()
    return found
  })
}
