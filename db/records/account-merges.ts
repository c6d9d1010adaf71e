import type { Tx } from '../client'

type Standing = {
  readonly fromId: string
  readonly intoId: string
  readonly fromExternal: string | null
  readonly intoExternal: string | null
}

/** The merges of an organisation that stand: what a merged account stands for. People make them, so they are few. */
export class AccountMerges {
  private readonly into = new Map<string, string>()
  private readonly withExternal = new Set<string>()

  constructor(standing: readonly Standing[]) {
    for (const { fromId, intoId } of standing) this.into.set(fromId, intoId)
    for (const { fromId, intoId, fromExternal, intoExternal } of standing) {
      if ((fromExternal ?? intoExternal) !== null) this.withExternal.add(this.accountOf(intoId))
      if (fromExternal !== null) this.withExternal.add(this.accountOf(fromId))
    }
  }

  /** The account itself, or the one that it was merged into, however often. */
  accountOf(id: string): string {
    const next = this.into.get(id)
    return next === undefined ? id : this.accountOf(next)
  }

  /** Whether an account that others were merged into has a CRM id, its own or one of theirs. */
  hasExternal(id: string): boolean {
    return this.withExternal.has(id)
  }
}

export async function accountMergesIn(tx: Tx, orgId: string): Promise<AccountMerges> {
  const { rows } = await tx.$client.query<Standing>(
    `select m.from_id as "fromId", m.into_id as "intoId", f.external_id as "fromExternal", i.external_id as "intoExternal"
     from account_merges m
     join accounts f on f.org_id = m.org_id and f.id = m.from_id
     join accounts i on i.org_id = m.org_id and i.id = m.into_id
     where m.org_id = $1 and m.undone_at is null`,
    [orgId],
  )
  return new AccountMerges(rows)
}
