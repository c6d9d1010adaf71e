import type { Work } from '../commands/command'
import type { StoredRecord } from '../records/stored'
import { LEADS, OPPORTUNITIES, type RecordTable, TOUCHES } from '../records/tables'

/** By what the opportunities concerned are found: themselves, their accounts, or the people that they came from. */
export type Concerned = {
  readonly opportunities?: readonly string[]
  readonly accounts?: readonly string[]
  readonly leads?: readonly string[]
  /** People whose account has yet to be looked up: all of its opportunities. */
  readonly colleagues?: readonly string[]
}

/** What may be others; 'milestones': their touches stay, only when their people became leads may be another day. */
export type RecordChange = 'touches' | 'milestones'

/**
 * Notes that the journeys of these opportunities may be others after this transaction, in the transaction itself. A
 * mark that stands is renewed, not left alone: whoever is just reading it must wait, or would miss what is written now.
 */
export async function markDirty(
  { tx, actor }: Work,
  concerned: Concerned,
  change: RecordChange = 'touches',
): Promise<void> {
  const { opportunities = [], accounts = [], leads = [], colleagues = [] } = concerned
  if (opportunities.length + accounts.length + leads.length + colleagues.length === 0) return
  await tx.$client.query(
    `insert into attribution_dirty (org_id, opportunity_id, marked_at, is_touched)
     select $1, id, now(), $6 from (
       select unnest($2::uuid[]) as id
       union select id from opportunities where org_id = $1 and account_id = any($3::uuid[])
       union select id from opportunities where org_id = $1 and lead_id = any($4::uuid[])
       union select o.id from leads l join opportunities o on o.org_id = l.org_id and o.account_id = l.account_id
         where l.org_id = $1 and l.id = any($5::uuid[])) concerned
     order by id on conflict (org_id, opportunity_id) do update set marked_at = excluded.marked_at,
       is_touched = attribution_dirty.is_touched or excluded.is_touched`,
    [actor.orgId, opportunities, accounts, leads, colleagues, change === 'touches'],
  )
}

/** The same for records that are written or removed: as they stood, and as they will. Called before the write. */
export async function markRecords(
  work: Work,
  table: RecordTable,
  before: readonly StoredRecord[],
  after: readonly StoredRecord[],
): Promise<void> {
  const records = [...before, ...after]
  const ids = [...new Set(records.map(({ id }) => id))]
  const accounts = fieldOf(records, 'accountId')
  if (table === OPPORTUNITIES) await markDirty(work, { opportunities: ids, accounts })
  if (table === LEADS) await markLeads(work, before, after)
  if (table !== TOUCHES) return
  // A touch that names no account counts for all opportunities of its person's.
  const alone = records.filter(({ values }) => typeof values.accountId !== 'string')
  await markDirty(work, { leads: fieldOf(records, 'leadId'), accounts, colleagues: fieldOf(alone, 'leadId') })
}

/** People who come, go or change companies bring their touches or take them; of the others only dates may be new. */
async function markLeads(work: Work, before: readonly StoredRecord[], after: readonly StoredRecord[]): Promise<void> {
  const accountOf = (records: readonly StoredRecord[]) =>
    new Map(records.map(({ id, values }) => [id, values.accountId ?? null]))
  const [was, is] = [accountOf(before), accountOf(after)]
  const stays = ({ id }: StoredRecord) => was.has(id) && was.get(id) === is.get(id)
  for (const change of ['touches', 'milestones'] as const) {
    const records = [...before, ...after].filter((record) => stays(record) === (change === 'milestones'))
    const leads = [...new Set(records.map(({ id }) => id))]
    await markDirty(work, { leads, accounts: fieldOf(records, 'accountId') }, change)
  }
}

function fieldOf(records: readonly StoredRecord[], name: 'accountId' | 'leadId'): string[] {
  return [...new Set(records.map(({ values }) => values[name]))].filter((id) => typeof id === 'string')
}
