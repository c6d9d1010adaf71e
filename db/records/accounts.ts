import { accountNameKey } from '#lib/records/account-name'
import type { Tx } from '../client'
import { newId } from '../id'
import { type AccountMerges, accountMergesIn } from './account-merges'
import { lookedUp } from './looked-up'

/** The company that a row names. */
export type AccountName = { readonly externalId?: string | null; readonly name?: string | null }

type Known = { id: string; externalId: string | null; nameKey: string }

/**
 * Ids of the accounts that rows name, in their order: by the CRM's id, else by the normalised name. An account that was
 * known by name alone takes the id that comes with the same name; unknown ones are made. Nothing is merged here, but
 * what names an account that people merged into another means the other.
 */
export async function accountIds(tx: Tx, orgId: string, wanted: readonly AccountName[]): Promise<string[]> {
  if (wanted.length === 0) return []
  const keyed = wanted.map(({ externalId, name }) => ({
    ...{ externalId: externalId ?? null, name: name ?? externalId ?? '' },
    nameKey: accountNameKey(name ?? externalId ?? ''),
  }))
  const book = new AccountBook(await knownAccounts(tx, orgId, keyed), await accountMergesIn(tx, orgId))
  const ids = keyed.map((each) => book.idOf(each))
  await write(tx, orgId, book)
  return ids
}

type Keyed = { readonly externalId: string | null; readonly name: string; readonly nameKey: string }

async function knownAccounts(tx: Tx, orgId: string, keyed: readonly Keyed[]): Promise<Known[]> {
  const { rows } = await tx.$client.query<Known>(
    `select id, external_id as "externalId", name_key as "nameKey" from (
       select * from ${lookedUp('accounts', 'external_id', '$2::text[]')} by_id
       union select * from ${lookedUp('accounts', 'name_key', '$3::text[]')} by_name) known order by created_at, id`,
    [orgId, keyed.flatMap(({ externalId }) => externalId ?? []), keyed.map(({ nameKey }) => nameKey)],
  )
  return rows
}

class AccountBook {
  readonly made: (Keyed & { readonly id: string })[] = []
  readonly adopted = new Map<string, string>()
  private readonly byExternal = new Map<string, Known>()
  private readonly byName = new Map<string, Known[]>()

  constructor(
    known: readonly Known[],
    private readonly merges: AccountMerges,
  ) {
    for (const each of known) this.enter({ ...each })
  }

  private enter(account: Known): void {
    if (account.externalId !== null) this.byExternal.set(account.externalId, account)
    this.byName.set(account.nameKey, [...(this.byName.get(account.nameKey) ?? []), account])
  }

  idOf(wanted: Keyed): string {
    return this.merges.accountOf((this.found(wanted) ?? this.added(wanted)).id)
  }

  private found({ externalId, nameKey }: Keyed): Known | undefined {
    const named = this.byName.get(nameKey) ?? []
    const byNameAlone = named.find((each) => each.externalId === null)
    if (externalId === null) return byNameAlone ?? this.theOne(named)
    const known = this.byExternal.get(externalId)
    // Where people merged a name into an account that has a CRM id, another id is another company.
    if (known || !byNameAlone || this.merges.hasExternal(this.merges.accountOf(byNameAlone.id))) return known
    byNameAlone.externalId = externalId
    this.byExternal.set(externalId, byNameAlone)
    this.adopted.set(byNameAlone.id, externalId)
    return byNameAlone
  }

  private theOne(named: readonly Known[]): Known | undefined {
    const meant = new Set(named.map(({ id }) => this.merges.accountOf(id)))
    return meant.size === 1 ? named[0] : undefined
  }

  private added(wanted: Keyed): Known {
    const account = { ...wanted, id: newId() }
    this.made.push(account)
    this.enter(account)
    return account
  }
}

async function write(tx: Tx, orgId: string, { made, adopted }: AccountBook): Promise<void> {
  if (made.length > 0) {
    await tx.$client.query(
      `insert into accounts (org_id, id, external_id, name, name_key)
       select $1, r.id, r."externalId", r.name, r."nameKey"
       from json_to_recordset($2::json) as r(id uuid, "externalId" text, name text, "nameKey" text)`,
      [orgId, JSON.stringify(made)],
    )
  }
  const rows = [...adopted].map(([id, externalId]) => ({ id, externalId }))
  if (rows.length === 0) return
  await tx.$client.query(
    `update accounts a set external_id = r."externalId"
     from json_to_recordset($2::json) as r(id uuid, "externalId" text) where a.org_id = $1 and a.id = r.id`,
    [orgId, JSON.stringify(rows)],
  )
}

/** Removes those of these accounts that no record names any more; what was once merged stays, its history names it. */
export async function removeUnusedAccounts(tx: Tx, orgId: string, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  await tx.$client.query(
    `delete from accounts a where a.org_id = $1 and a.id = any($2::uuid[])
       and not exists (select from account_merges m where m.org_id = a.org_id and (m.from_id = a.id or m.into_id = a.id))
       and not exists (select from leads l where l.org_id = a.org_id and l.account_id = a.id)
       and not exists (select from opportunities o where o.org_id = a.org_id and o.account_id = a.id)
       and not exists (select from touches t where t.org_id = a.org_id and t.account_id = a.id)`,
    [orgId, ids],
  )
}
