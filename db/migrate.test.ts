import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { afterAll, describe, expect, it } from 'vitest'
import { exclusively, migrateDatabase } from './migrate'
import journal from './migrations/meta/_journal.json'
import { databaseUrl, migrateUrl } from './url'

const NAMES = journal.entries.map((entry) => entry.tag)
const made: string[] = []

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

afterAll(async () => {
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
