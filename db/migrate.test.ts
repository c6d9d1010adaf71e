import { randomBytes } from 'node:crypto'
import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { drizzle } from 'drizzle-orm/node-postgres'
import { migrate } from 'drizzle-orm/node-postgres/migrator'
import pg from 'pg'
import { afterAll, describe, expect, it } from 'vitest'
import { newId } from './id'
import { exclusively, migrateDatabase } from './migrate'
import journal from './migrations/meta/_journal.json'
import { prepareRoles } from './roles'
import { temporaryFolder } from './test-database'
import { databaseUrl, migrateUrl } from './url'

const NAMES = journal.entries.map((entry) => entry.tag)
const made: string[] = []
const folders: string[] = []

async function asOwner<T>(url: string, run: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  return run(client).finally(() => client.end())
}

/** An empty database on the same server. */
async function emptyDatabase(): Promise<{ ownerUrl: string; webUrl: string }> {
  const database = `gyakusan_empty_${randomBytes(4).toString('hex')}`
  const at = (url: string) => Object.assign(new URL(url), { pathname: `/${database}` }).href
  await asOwner(migrateUrl(), (client) => client.query(`create database ${database}`))
  made.push(database)
  return { ownerUrl: at(migrateUrl()), webUrl: at(databaseUrl()) }
}

/** A folder with the first migrations only, as an earlier version of the product had it. */
function firstMigrations(count: number): string {
  const from = fileURLToPath(new URL('migrations', import.meta.url))
  const folder = temporaryFolder()
  folders.push(folder)
  const entries = journal.entries.slice(0, count)
  mkdirSync(`${folder}/meta`)
  writeFileSync(`${folder}/meta/_journal.json`, JSON.stringify({ ...journal, entries }))
  for (const { tag } of entries) cpSync(`${from}/${tag}.sql`, `${folder}/${tag}.sql`)
  return folder
}

afterAll(async () => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
  for (const database of made)
    await asOwner(migrateUrl(), (client) => client.query(`drop database ${database} with (force)`))
})

describe('migrations', () => {
  it('are applied once: a second run finds nothing to do', async () => {
    expect(await migrateDatabase(migrateUrl(), databaseUrl())).toEqual([])
  })

  it('of two processes at once: one waits, and the schema is made once', async () => {
    const empty = await emptyDatabase()
    const runs = [1, 2].map(() => migrateDatabase(empty.ownerUrl, empty.webUrl))
    const applied = await Promise.all(runs)
    expect(applied.filter((names) => names.length > 0)).toEqual([NAMES])
  })

  it('that fail half-way leave nothing, and run again', async () => {
    const { ownerUrl, webUrl } = await emptyDatabase()
    // The last table of the first migration is in the way.
    await asOwner(ownerUrl, (client) => client.query('create table teams (id int)'))
    await expect(migrateDatabase(ownerUrl, webUrl)).rejects.toThrow()
    const left = await asOwner(ownerUrl, (client) =>
      client.query(`select relname from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'`),
    )
    expect(left.rows).toEqual([{ relname: 'teams' }])
    await asOwner(ownerUrl, (client) => client.query('drop table teams'))
    expect(await migrateDatabase(ownerUrl, webUrl)).toEqual(NAMES)
  })

  it('keep what a database of an earlier version holds: its closed months stay closed', async () => {
    const { ownerUrl, webUrl } = await emptyDatabase()
    const [orgId, userId, teamId] = [newId(), newId(), newId()]
    const asApp = `set role gyakusan_app; set app.org_id = '${orgId}'`
    await asOwner(ownerUrl, async (owner) => {
      await prepareRoles(owner, decodeURIComponent(new URL(webUrl).username))
      await migrate(drizzle(owner), { migrationsFolder: firstMigrations(2) })
      await owner.query(`set role gyakusan_signin; insert into users (id, email) values ('${userId}', 'a@example.com')`)
      await owner.query(`reset role; ${asApp}`)
      await owner.query(`insert into organisations (org_id, name, currency, fiscal_start, time_zone, unit, negative_style, good_from, watch_from)
        values ('${orgId}', '株式会社テスト', 'JPY', 4, 'Asia/Tokyo', 'thousand', 'minus', 1, 0.8)`)
      await owner.query(
        `insert into memberships (org_id, user_id, name, email, role) values ('${orgId}', '${userId}', '山本', 'a@example.com', 'admin')`,
      )
      await owner.query(`insert into teams (org_id, id, name) values ('${orgId}', '${teamId}', '全社')`)
      await owner.query(
        `insert into month_closes values ('${orgId}', '${teamId}', '2026-04', '2026-05-08T01:02:03.456789Z', '${userId}')`,
      )
    })
    expect(await migrateDatabase(ownerUrl, webUrl)).toEqual(NAMES.slice(2))
    const kept = await asOwner(ownerUrl, async (owner) => {
      await owner.query(asApp)
      return owner.query('select month, reopened_at from month_closes')
    })
    expect(kept.rows).toEqual([{ month: '2026-04', reopened_at: null }])
  })

  it('count the records of an earlier version for the pipeline’s rollups', async () => {
    const { ownerUrl, webUrl } = await emptyDatabase()
    const [org, team, channel, account, lead, deal] = [newId(), newId(), newId(), newId(), newId(), newId()]
    const asApp = `set role gyakusan_app; set app.org_id = '${org}'`
    await asOwner(ownerUrl, async (owner) => {
      await prepareRoles(owner, decodeURIComponent(new URL(webUrl).username))
      await migrate(drizzle(owner), { migrationsFolder: firstMigrations(10) })
      await owner.query(`${asApp};
        insert into organisations (org_id, name, currency, fiscal_start, time_zone, unit, negative_style, good_from, watch_from, email_key)
          values ('${org}', '株式会社テスト', 'JPY', 4, 'Asia/Tokyo', 'thousand', 'minus', 1, 0.8, repeat('ab', 32));
        insert into teams (org_id, id, name) values ('${org}', '${team}', '全社');
        insert into stages (org_id, key, position) values ('${org}', 'lead', 1);
        insert into channels (org_id, id, name, default_entry, position, colour) values ('${org}', '${channel}', 'Web', 'lead', 1, 1);
        insert into accounts (org_id, id, name, name_key) values ('${org}', '${account}', '社', '社');
        insert into leads (org_id, id, identity, source_at, account_id, team_id, channel_id, passed_at)
          values ('${org}', '${lead}', 'x:1', now(), '${account}', '${team}', '${channel}', '2026-04-10T15:00:00Z');
        insert into lead_stages values ('${org}', '${lead}', 'lead', '2026-03-31T15:00:00Z');
        insert into opportunities (org_id, id, identity, source_at, name, account_id, lead_id, team_id, state, created_on, closed_on, counts_as_new)
          values ('${org}', '${deal}', 'x:1', now(), '件', '${account}', '${lead}', '${team}', 'won', '2026-05-01', '2026-07-31', true);
        insert into touches (org_id, id, identity, source_at, account_id, channel_id, at)
          values ('${org}', '${newId()}', 'x:1', now(), '${account}', '${channel}', '2026-06-01T00:00:00Z');
        insert into attribution_journeys (org_id, opportunity_id, team_id, state, is_new, amount, created_on, touch_ats,
          touch_days, touch_channels, touch_campaigns, touch_owns)
          values ('${org}', '${deal}', '${team}', 'won', true, 0, '2026-05-01', '{}', '{}', '{}', '{}', '{}')`)
    })
    expect(await migrateDatabase(ownerUrl, webUrl)).toEqual(NAMES.slice(10))
    const found = await asOwner(ownerUrl, async (owner) => {
      await owner.query(asApp)
      const { rows } = await owner.query(`select (select json_agg(reached) from journey_rollup) as journeys,
        (select json_agg(passed_on) from handover_rollup) as passed,
        (select json_agg(json_build_array(before_creation, before_close)) from opportunity_influences) as touched,
        (select json_agg(json_build_array(touched_before_creation, touched_before_close)) from opportunities) as days,
        (select json_agg(json_build_array(account_id, lead_id)) from attribution_journeys) as whose`)
      return rows[0]
    })
    expect(found).toEqual({
      journeys: [{ lead: '2026-04', opportunity: '2026-05', won: '2026-07' }],
      passed: ['2026-04-11'],
      touched: [[null, '2026-06-01']],
      days: [[null, '2026-06-01']],
      whose: [[account, lead]],
    })
  })

  it('name the remedy when the web server’s log-in does not exist', async () => {
    const nobody = Object.assign(new URL(databaseUrl()), { username: 'gyakusan_nobody' }).href
    await expect(migrateDatabase(migrateUrl(), nobody)).rejects.toThrow('create role gyakusan_nobody login noinherit')
  })

  it('also serve one log-in that owns, migrates and serves', async () => {
    const empty = await emptyDatabase()
    await migrateDatabase(empty.ownerUrl, empty.ownerUrl)
    const seen = await asOwner(empty.ownerUrl, (client) =>
      client.query('begin; set local role gyakusan_app; select current_user'),
    )
    expect(seen).toMatchObject([{}, {}, { rows: [{ current_user: 'gyakusan_app' }] }])
  })
})

describe('what must not run twice at once', () => {
  it('runs one after the other', async () => {
    const order: string[] = []
    const step = (name: string) =>
      exclusively(migrateUrl(), async () => {
        order.push(`${name} begins`)
        await new Promise((resolve) => setTimeout(resolve, 50))
        order.push(`${name} ends`)
      })
    await Promise.all([step('a'), step('b')])
    const first = order[0]?.[0]
    expect(order.map((entry) => entry.replace(/^./, (name) => (name === first ? '1' : '2')))).toEqual([
      ...['1 begins', '1 ends', '2 begins', '2 ends'],
    ])
  })
})
