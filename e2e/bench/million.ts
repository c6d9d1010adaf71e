import pg from 'pg'
import type { Company } from './companies'

/** How much there is of everything; one of so many leads has an opportunity. */
export type Size = {
  readonly accounts: number
  readonly leads: number
  readonly leadsPerOpportunity: number
  readonly opportunities: number
  readonly touches: number
}
const MILLION: Size = {
  ...{ accounts: 250_000, leads: 1_000_000, leadsPerOpportunity: 16, opportunities: 60_000, touches: 5_000_000 },
}
/** Every lead of an account of its own has an opportunity: as many journeys as leads. */
export const MILLION_JOURNEYS: Size = {
  ...{ accounts: 1_000_000, leads: 1_000_000, leadsPerOpportunity: 1, opportunities: 1_000_000, touches: 5_000_000 },
}

const TABLES = ['accounts', 'leads', 'lead_stages', 'opportunities', 'touches'] as const
/** Tables whose policies hide every row from their owner too. */
const READ = ['campaigns', 'channels', 'organisations', 'stages', 'teams', ...TABLES]

const id = (kind: number, n: string) => `('0000000${kind}-0000-7000-8000-' || lpad(to_hex(${n}), 12, '0'))::uuid`
/** The id of a generated record: 1 account, 2 lead, 3 opportunity, 4 touch. */
export const idOf = (kind: number, n: number) => `0000000${kind}-0000-7000-8000-${n.toString(16).padStart(12, '0')}`
/** A moment within two and a half years up to the day of the test, scattered. */
const day = (n: string) => `(timestamptz '2024-04-01 03:00Z' + ((${n} * 7919) % 915) * interval '1 day')`

/**
 * Fills an organisation with a million leads, 60,000 opportunities and five million touches: generated in the database by
 * the tables' owner, without the constraints and indexes that are made again at the end. Rollups are left to db:rebuild.
 */
export async function fill(ownerUrl: string, { session }: Pick<Company, 'session'>, size = MILLION): Promise<void> {
  const owner = new pg.Client({ connectionString: ownerUrl })
  await owner.connect()
  try {
    await owner.query('begin')
    for (const table of READ) await owner.query(`alter table ${table} no force row level security`)
    const restore = await withoutConstraints(owner)
    for (const statement of statementsOf(session.orgId, size)) await owner.query(statement)
    for (const statement of restore) await owner.query(statement)
    for (const table of READ) await owner.query(`alter table ${table} force row level security`)
    await owner.query('commit')
    // Otherwise the server would begin to do so by itself in the middle of the measurement.
    await owner.query(`vacuum analyze ${TABLES.join(', ')}`)
  } finally {
    await owner.end()
  }
}

/** Drops foreign keys and plain indexes of the large tables; answers the statements that bring them back. */
async function withoutConstraints(owner: pg.Client): Promise<string[]> {
  const { rows } = await owner.query<{ drop: string; restore: string }>(
    `select format('alter table %s drop constraint %I', conrelid::regclass, conname) as drop,
       format('alter table %s add constraint %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) as restore
     from pg_constraint where contype = 'f' and conrelid = any($1::regclass[])
     union all
     select format('drop index %s', indexrelid::regclass), pg_get_indexdef(indexrelid)
     from pg_index i where indrelid = any($1::regclass[]) and not exists (select from pg_constraint where conindid = i.indexrelid)`,
    [TABLES],
  )
  for (const { drop } of rows) await owner.query(drop)
  return rows.map(({ restore }) => restore)
}

function statementsOf(orgId: string, size: Size): string[] {
  const { accounts, leads, leadsPerOpportunity: every, opportunities, touches } = size
  const org = `'${orgId}'::uuid`
  const team = `(select id from teams where org_id = ${org} and is_root)`
  // Once per statement: a sub-select per row would be looked up a million times.
  const given = `given as materialized (select ${team} as team, array(select id from channels where org_id = ${org} order by position) as channels)`
  return [
    `insert into accounts (org_id, id, name, name_key)
     select ${org}, ${id(1, 'n')}, '会社' || n, '会社' || n from generate_series(0, ${accounts - 1}) n`,
    `with ${given}
     insert into leads (org_id, id, identity, source_at, account_id, team_id, channel_id, passed_at, worked_at, returned_at, return_reason)
     select ${org}, ${id(2, 'n')}, 'x:' || n, ${day('n')}, ${id(1, `n % ${accounts}`)}, team, channels[1 + n % 5],
       case when n % 6 = 0 then ${day('n')} + interval '20 days' end,
       case when n % 12 = 0 then ${day('n')} + (20 + n % 9) * interval '1 day' end,
       case when n % 60 = 0 then ${day('n')} + interval '30 days' end, case when n % 60 = 0 then '対象外' end
     from generate_series(0::bigint, ${leads - 1}) n, given`,
    `insert into lead_stages (org_id, lead_id, stage, reached_at)
     select ${org}, ${id(2, 'n')}, 'lead', ${day('n')} from generate_series(0::bigint, ${leads - 1}) n
     union all
     select ${org}, ${id(2, 'n')}, 'mql', ${day('n')} + (n % 37) * interval '1 day'
     from generate_series(0::bigint, ${leads - 1}, 3) n`,
    `with ${given}
     insert into opportunities (org_id, id, identity, source_at, name, account_id, lead_id, team_id, channel_id, amount, stage,
       stage_since, state, created_on, expected_close_on, closed_on, owner, forecast_category, counts_as_new)
     select ${org}, ${id(3, 'm')}, 'x:' || m, now(), '商談' || m, ${id(1, `(m * ${every}) % ${accounts}`)},
       case when m % 3 <> 0 then ${id(2, `m * ${every}`)} end, team, case when m % 3 = 0 then channels[1 + m % 5] end,
       500000 + (m % 97) * 50000, (array['提案', '見積', '交渉'])[1 + m % 3], d.created, k.state, d.created, d.created + 120,
       case when k.state <> 'open' then d.created + (m % 120)::int end, '担当' || m % 30,
       (array['A', 'B', 'C'])[1 + m % 4], true
     from generate_series(0::bigint, ${opportunities - 1}) m, given,
       lateral (select least(date '2026-10-04', ${day(`m * ${every}`)}::date + 30 + (m % 60)::int) as created) d,
       lateral (select case when d.created + (m % 120)::int > date '2026-10-04' or m % 10 = 9 then 'open'
         when m % 10 < 3 then 'won' else 'lost' end as state) k`,
    `with ${given}
     insert into touches (org_id, id, identity, source_at, account_id, lead_id, channel_id, at)
     select ${org}, ${id(4, 'k')}, 'x:' || k, now(), ${id(1, `n % ${accounts}`)}, ${id(2, 'n')}, channels[1 + (k + k / ${leads}) % 5], ${day('k * 31')}
     from generate_series(0::bigint, ${touches - 1}) k, lateral (select (k * 48271) % ${leads} as n) l, given`,
  ]
}
