import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import type pg from 'pg'
import { beforeAll, describe, expect, it } from 'vitest'
import { asSignin, pool, readOrg, signinWithin, type Tx, withClient, withOrg } from './client'
import { codeOf } from './faults'
import { type GivenOrganisation, givenMember, givenOrganisation } from './fixtures'
import { newId } from './id'
import { channels as channelTable } from './schema/funnel'
import { teams as teamTable } from './schema/teams'

const FORBIDDEN = '42501'

/** SQLSTATE with which a statement is refused; null when it runs. */
async function refusal(run: Promise<unknown>): Promise<string | null> {
  return run.then(
    () => null,
    (error: unknown) => codeOf(error),
  )
}

const query = (text: string) => (tx: Tx) => tx.$client.query(text)
const count = async (tx: Tx, table: string) => (await tx.$client.query(`select from ${table}`)).rowCount

describe('inside an organisation', () => {
  let ours: GivenOrganisation
  let theirs: GivenOrganisation

  beforeAll(async () => {
    ours = await givenOrganisation({ name: 'A社' })
    theirs = await givenOrganisation({ name: 'B社' })
  })

  it('nothing of another organisation is seen', async () => {
    const names = await readOrg(
      ours.admin,
      async (tx) => (await tx.$client.query('select name from organisations')).rows,
    )
    expect(names).toEqual([{ name: 'A社' }])
  })

  it('nothing is written for another organisation', async () => {
    const row = { orgId: theirs.orgId, id: newId(), name: '乗っ取り' }
    expect(await refusal(withOrg(ours.admin, (tx) => tx.insert(teamTable).values(row)))).toBe(FORBIDDEN)
    expect(await refusal(withOrg(theirs.admin, (tx) => tx.insert(teamTable).values(row)))).toBeNull()
  })

  it('nothing of another organisation is changed or moved', async () => {
    const renamed = await withOrg(ours.admin, (tx) =>
      tx.update(channelTable).set({ name: '横取り' }).where(eq(channelTable.orgId, theirs.orgId)).returning(),
    )
    expect(renamed).toEqual([])
    const moved = withOrg(ours.admin, (tx) => tx.update(channelTable).set({ orgId: theirs.orgId }))
    expect(await refusal(moved)).toBe(FORBIDDEN)
  })

  it('a person sees only their own row of users, and never a password', async () => {
    await givenMember(ours, 'viewer')
    expect(await readOrg(ours.admin, query('select id from users'))).toMatchObject({
      rows: [{ id: ours.admin.userId }],
    })
    expect(await refusal(readOrg(ours.admin, query('select password_hash from users')))).toBe(FORBIDDEN)
  })

  it('a reading transaction cannot write', async () => {
    expect(await refusal(readOrg(ours.admin, (tx) => tx.update(teamTable).set({ name: 'x' })))).toBe('25006')
  })

  it('the audit log is neither changed nor emptied', async () => {
    for (const text of [`update audit_log set action = 'x'`, 'delete from audit_log', 'truncate audit_log']) {
      expect(await refusal(withOrg(ours.admin, query(text)))).toBe(FORBIDDEN)
    }
  })

  it('an id that is none never reaches the database', async () => {
    const evil = { ...ours.admin, orgId: `${ours.orgId}'; reset role; --` }
    await expect(withOrg(evil, query('select'))).rejects.toThrow(TypeError)
  })
})

describe('without an organisation', () => {
  const asApp = (text: string) =>
    withClient(async (client: pg.PoolClient) => {
      await client.query('begin; set local role gyakusan_app')
      return client.query(text)
    })

  it('the app role sees no row', async () => {
    await givenOrganisation()
    for (const table of ['organisations', 'memberships', 'teams', 'channels', 'audit_log', 'sessions']) {
      expect((await asApp(`select from ${table}`)).rowCount).toBe(0)
    }
    expect((await asApp('select id from users')).rowCount).toBe(0)
  })

  it('the app role inserts nothing', async () => {
    const text = `insert into teams (org_id, id, name) values ('${newId()}', '${newId()}', 'x')`
    expect(await refusal(asApp(text))).toBe(FORBIDDEN)
  })
})

describe('the sign-in role', () => {
  it('sees nobody’s memberships without a person, and only theirs with one', async () => {
    const { admin, orgId } = await givenOrganisation()
    expect(await asSignin((tx) => count(tx, 'memberships'))).toBe(0)
    const own = await asSignin(query('select org_id from memberships'), admin.userId)
    expect(own.rows).toEqual([{ org_id: orgId }])
  })

  it('sees no other table', async () => {
    for (const table of ['organisations', 'teams', 'monthly_actuals', 'sessions', 'audit_log']) {
      expect(await refusal(asSignin((tx) => count(tx, table)))).toBe(FORBIDDEN)
    }
  })

  it('as a step within an organisation leads back into it', async () => {
    const { admin, orgId } = await givenOrganisation()
    const seen = await withOrg(admin, async (tx) => {
      await signinWithin(tx, admin, (step) => count(step, 'users'))
      return (await tx.$client.query('select current_user, org_id from organisations')).rows
    })
    expect(seen).toEqual([{ current_user: 'gyakusan_app', org_id: orgId }])
  })
})

describe('the web server’s log-in', () => {
  const asWeb = (text: string) => withClient((client) => client.query(text))

  it.each([
    'select from organisations',
    'select from users',
    'alter table teams disable row level security',
    'alter table teams no force row level security',
    'drop table teams',
    'create policy all_rows on teams using (true)',
    'create table mine (id int)',
    'set role gyakusan_owner',
  ])('may not: %s', async (text) => expect(await refusal(asWeb(text))).toMatch(/^(42501|22023)$/))

  it('stays without rights when injected SQL resets the role', async () => {
    const { admin } = await givenOrganisation()
    expect(await refusal(withOrg(admin, query('reset role; select from organisations')))).toBe(FORBIDDEN)
  })
})

describe('the pool', () => {
  it('never mixes organisations up, however many ask at once', async () => {
    const orgs = await Promise.all(['甲社', '乙社', '丙社'].map((name) => givenOrganisation({ name })))
    const asked = Array.from({ length: 60 }, (_, i) => orgs[i % 3]).filter((org) => org !== undefined)
    const seen = await Promise.all(
      asked.map((org) =>
        readOrg(
          org.admin,
          async (tx) => (await tx.$client.query('select org_id from organisations, pg_sleep(0.01)')).rows,
        ),
      ),
    )
    expect(seen).toEqual(asked.map((org) => [{ org_id: org.orgId }]))
  })

  it('gives a connection back clean after an error', async () => {
    const { admin } = await givenOrganisation()
    await expect(withOrg(admin, query('select 1/0'))).rejects.toThrow('division by zero')
    const left = await withClient((client) =>
      client.query(`select current_user = session_user as own, current_setting('app.org_id', true) as org`),
    )
    expect(left.rows[0]).toMatchObject({ own: true })
    expect(left.rows[0]?.org || null).toBeNull()
  })

  it('answers unavailable while all connections are busy, instead of waiting for one', async () => {
    let ended = 0
    const busy = Array.from({ length: 10 }, () =>
      withClient((client) => client.query('select pg_sleep(4)')).then(() => {
        ended += 1
      }),
    )
    await expect(withClient((client) => client.query('select'))).rejects.toMatchObject({ code: 'unavailable' })
    expect(ended).toBe(0)
    await Promise.all(busy)
    expect((await withClient((client) => client.query('select 1 as one'))).rows).toEqual([{ one: 1 }])
  })

  it('has an end for every wait', async () => {
    const settings = await withClient((client) =>
      client.query(
        `select name, setting from pg_settings where name in ('statement_timeout', 'lock_timeout', 'idle_in_transaction_session_timeout') order by name`,
      ),
    )
    expect(settings.rows).toEqual([
      { name: 'idle_in_transaction_session_timeout', setting: '10000' },
      { name: 'lock_timeout', setting: '3000' },
      { name: 'statement_timeout', setting: '8000' },
    ])
    expect(pool().options).toMatchObject({ connectionTimeoutMillis: 1500, query_timeout: 10_000, max: 10 })
  })

  it('survives connections that Postgres ends, and calls it an outage', async () => {
    const { admin } = await givenOrganisation()
    const ended = withClient((client) => client.query('select pg_terminate_backend(pg_backend_pid())'))
    await expect(ended).rejects.toMatchObject({ code: 'unavailable' })
    expect(await readOrg(admin, (tx) => count(tx, 'organisations'))).toBe(1)
  })

  it('rolls back what a failing transaction wrote', async () => {
    const { admin, orgId } = await givenOrganisation()
    const id = randomUUID()
    const failing = withOrg(admin, async (tx) => {
      await tx.insert(teamTable).values({ orgId, id, name: '消える' })
      throw new Error('no')
    })
    await expect(failing).rejects.toThrow('no')
    expect(await readOrg(admin, (tx) => count(tx, 'teams'))).toBe(1)
  })
})
