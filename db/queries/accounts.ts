import { z } from 'zod'
import { type Actor, can } from '#lib/permissions'
import { grouped } from '#lib/pipeline/grouped'
import type { AccountGroup, AccountMerge, FoundAccount } from '#lib/records/account-merge'
import { accountNameKey } from '#lib/records/account-name'
import { readOrg } from '../client'

/** Whether an account has a lead or opportunity of another team than those of a parameter (uuid[]). */
export const isOfOtherTeams = (teams: string) => `exists (
  select from leads l where l.org_id = a.org_id and l.account_id = a.id and l.team_id <> all(${teams}::uuid[])
  union all
  select from opportunities o where o.org_id = a.org_id and o.account_id = a.id and o.team_id <> all(${teams}::uuid[]))`

/** $1 = organisation, $2 = teams within reach or null: accounts that a person may merge. */
const MERGEABLE = `a.org_id = $1 and ($2::uuid[] is null or not ${isOfOtherTeams('$2')})
  and not exists (select from account_merges m where m.org_id = a.org_id and m.from_id = a.id and m.undone_at is null)`

const Row = z.object({
  id: z.string(),
  name: z.string(),
  externalId: z.string().nullable(),
  nameKey: z.string(),
  leads: z.number(),
  opportunities: z.number(),
  touches: z.number(),
})

const FIGURES = `a.id, a.name, a.external_id as "externalId", a.name_key as "nameKey",
  (select count(*)::int from leads l where l.org_id = a.org_id and l.account_id = a.id) as leads,
  (select count(*)::int from opportunities o where o.org_id = a.org_id and o.account_id = a.id) as opportunities,
  (select count(*)::int from touches t where t.org_id = a.org_id and t.account_id = a.id) as touches`

/** How many groups, found accounts and merges a page shows. */
const MOST = 50

/** Accounts with the same normalised name, by that name: probably one company. The CRM's own come first in each group. */
export async function probableDuplicates(actor: Actor): Promise<AccountGroup[]> {
  if (!can(actor, 'account.merge')) return []
  const rows = await accountsWhere(
    actor,
    `with twice as (select a.name_key from accounts a where ${MERGEABLE} group by a.name_key having count(*) > 1
       order by a.name_key limit $3)
     select ${FIGURES} from accounts a join twice on twice.name_key = a.name_key where ${MERGEABLE}
     order by a.name_key, a.external_id is null, a.created_at, a.id`,
    [MOST],
  )
  const groups = grouped(rows, ({ nameKey }) => nameKey)
  return [...groups].map(([key, found]) => ({ key, accounts: found.map(shown) }))
}

/** Accounts whose name contains a text, or whose CRM id it is; none for a blank text. */
export async function accountsNamed(actor: Actor, text: string): Promise<FoundAccount[]> {
  if (!can(actor, 'account.merge') || text.trim() === '') return []
  const rows = await accountsWhere(
    actor,
    `select ${FIGURES} from accounts a where ${MERGEABLE} and (position($4 in a.name_key) > 0 or a.external_id = $5)
     order by a.name_key, a.external_id is null, a.created_at, a.id limit $3`,
    [MOST, accountNameKey(text), text.trim()],
  )
  return rows.map(shown)
}

async function accountsWhere(actor: Actor, text: string, values: readonly unknown[]): Promise<z.output<typeof Row>[]> {
  const { rows } = await readOrg(actor, (tx) => tx.$client.query(text, [actor.orgId, actor.teamIds, ...values]))
  return z.array(Row).parse(rows)
}

const shown = ({ nameKey: _, ...account }: z.output<typeof Row>): FoundAccount => account

const Merge = z.object({
  id: z.string(),
  from: z.string(),
  fromExternalId: z.string().nullable(),
  into: z.string(),
  by: z.string(),
  at: z.date().transform((date) => date.toISOString()),
  undoneBy: z.string().nullable(),
  leads: z.number(),
  opportunities: z.number(),
  touches: z.number(),
})

/** The last merges, newest first, with those that were undone; none that touch teams out of reach. */
export async function accountMergesOf(actor: Actor): Promise<AccountMerge[]> {
  if (!can(actor, 'account.merge')) return []
  const count = (kind: string) => `(select count(*)::int from account_moves v
    where v.org_id = m.org_id and v.merge_id = m.id and v.kind = '${kind}') as ${kind}`
  const { rows } = await readOrg(actor, (tx) =>
    tx.$client.query(
      `select m.id, f.name as from, f.external_id as "fromExternalId", a.name as into, p.name as by,
         m.merged_at as at, u.name as "undoneBy", ${['leads', 'opportunities', 'touches'].map(count).join(', ')}
       from account_merges m
       join accounts f on f.org_id = m.org_id and f.id = m.from_id
       join accounts a on a.org_id = m.org_id and a.id = m.into_id
       join memberships p on p.org_id = m.org_id and p.user_id = m.merged_by
       left join memberships u on u.org_id = m.org_id and u.user_id = m.undone_by
       where m.org_id = $1 and ($2::uuid[] is null or not ${isOfOtherTeams('$2')})
       order by m.merged_at desc, m.id desc limit $3`,
      [actor.orgId, actor.teamIds, MOST],
    ),
  )
  return z.array(Merge).parse(rows)
}
