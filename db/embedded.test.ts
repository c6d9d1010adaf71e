import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import fs from 'node:fs'
import path from 'node:path'
import pg from 'pg'
import { afterAll, afterEach, describe, expect, it } from 'vitest'
import { type Embedded, ensureEmbedded } from './embedded'
import { homeOf } from './embedded/home'
import { temporaryFolder } from './test-database'
import { testPostgresBinaries } from './url'

const options = { binaries: testPostgresBinaries() }
const folder = temporaryFolder()
const running: Embedded[] = []

async function started(at = folder): Promise<Embedded> {
  const server = await ensureEmbedded(at, options)
  running.push(server)
  return server
}

async function query(url: string, text: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => {})
  await client.connect()
  return client.query(text).then(
    (result) => client.end().then(() => result.rows),
    (error) => client.end().then(() => Promise.reject(error)),
  )
}

const pidOf = (server: Embedded) =>
  Number(fs.readFileSync(path.join(server.home, 'pg', 'postmaster.pid'), 'utf8').split('\n')[0])

async function until(isSo: () => Promise<boolean>): Promise<void> {
  for (let i = 0; i < 100 && !(await isSo()); i++) await new Promise((resolve) => setTimeout(resolve, 100))
  expect(await isSo()).toBe(true)
}

const answers = (server: Embedded) =>
  query(server.ownerUrl, 'select').then(
    () => true,
    () => false,
  )

/** Another process that starts the server of the folder, and says so. */
async function otherProcess(at: string): Promise<ChildProcess> {
  const code = `import { ensureEmbedded } from '#db/embedded'
    const server = await ensureEmbedded(${JSON.stringify(at)}, ${JSON.stringify(options)})
    console.log('up', server.how)`
  const args = ['--conditions=react-server', '--import', 'tsx', '--input-type=module', '--eval', code]
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
  await once(child.stdout, 'data')
  return child
}

async function killed(child: ChildProcess): Promise<void> {
  child.kill('SIGKILL')
  await once(child, 'exit')
}

function remove(at: string): void {
  for (const place of [homeOf(at).folder, at]) fs.rmSync(place, { recursive: true, force: true })
}

afterEach(async () => {
  for (const server of running.splice(0)) await server.stop()
})
afterAll(() => remove(folder))

describe('the embedded server', () => {
  it('is made in a folder whose path has spaces, and keeps its data, keys and port', async () => {
    expect(folder).toContain(' ')
    const first = await started()
    expect(first.how).toBe('created')
    await query(first.ownerUrl, 'create table kept as select 42 as answer')
    expect(await first.stop()).toBe('stopped')
    await expect(query(first.ownerUrl, 'select')).rejects.toThrow('ECONNREFUSED')
    const second = await started()
    expect([second.how, second.ownerUrl, second.webUrl]).toEqual(['started', first.ownerUrl, first.webUrl])
    expect(await query(second.ownerUrl, 'select answer from kept')).toEqual([{ answer: 42 }])
  })

  it('listens on this machine only, and lets nobody in without the password', async () => {
    const server = await started()
    expect(await query(server.ownerUrl, `select current_setting('listen_addresses') as on_`)).toEqual([
      { on_: '127.0.0.1' },
    ])
    const guessed = Object.assign(new URL(server.ownerUrl), { password: 'gyakusan' }).href
    await expect(query(guessed, 'select')).rejects.toMatchObject({ code: '28P01' })
    const keys = fs.readdirSync(server.home).filter((name) => name.endsWith('.key'))
    expect(keys.map((name) => fs.statSync(path.join(server.home, name)).mode & 0o77)).toEqual([0, 0, 0])
  })

  it('gives log-ins that are no superusers', async () => {
    const server = await started()
    const roles = await query(
      server.ownerUrl,
      `select rolname, rolsuper or rolbypassrls as above from pg_roles where rolname like 'gyakusan%' order by 1`,
    )
    expect(roles).toEqual([
      { rolname: 'gyakusan_owner', above: false },
      { rolname: 'gyakusan_web', above: false },
    ])
  })

  it('is one, however many start it at once; the last one out stops it', async () => {
    const [a, b] = await Promise.all([started(), started()])
    expect(a.port).toBe(b.port)
    expect(await a.stop()).toBe('in use')
    expect(await answers(b)).toBe(true)
    expect(await b.stop()).toBe('stopped')
    expect(await answers(b)).toBe(false)
  })

  it('outlives a process that was killed, and is adopted by the next', async () => {
    const other = await otherProcess(folder)
    await killed(other)
    const server = await started()
    expect(server.how).toBe('adopted')
    // The lease of the dead process is gone: this one is the last.
    expect(await server.stop()).toBe('stopped')
  })

  it('is one, too, when two processes start it for the first time at once', async () => {
    const fresh = temporaryFolder()
    const others = await Promise.all([otherProcess(fresh), otherProcess(fresh)])
    const server = await started(fresh)
    expect([server.how, await leases(server)]).toEqual(['adopted', 3])
    await Promise.all(others.map(killed))
    await until(async () => (await leases(server)) === 1)
    expect(await server.stop()).toBe('stopped')
    remove(fresh)
  })

  it('comes back on the same port when Postgres is killed, with all that was committed', async () => {
    const server = await started()
    await query(server.ownerUrl, 'create table survivor as select 1 as one')
    process.kill(pidOf(server), 'SIGKILL')
    await until(() => answers(server))
    expect(await query(server.ownerUrl, 'select one from survivor')).toEqual([{ one: 1 }])
    expect(await server.stop()).toBe('stopped')
  })

  it('keeps a lease after it came back: another process does not stop it', async () => {
    const [a, b] = [await started(), await started()]
    process.kill(pidOf(a), 'SIGKILL')
    await until(() => answers(a))
    await until(async () => (await leases(a)) === 2)
    expect(await b.stop()).toBe('in use')
    expect(await answers(a)).toBe(true)
  })

  it('starts over a pid file that names some other program', async () => {
    const first = await started()
    await first.stop()
    fs.writeFileSync(
      path.join(first.home, 'pg', 'postmaster.pid'),
      `${process.pid}\n/nowhere\n0\n${first.port}\n\n127.0.0.1\n\nready\n`,
    )
    const server = await started()
    expect(await answers(server)).toBe(true)
  })

  it('says what to do when the binaries do not run', async () => {
    const fresh = temporaryFolder()
    await expect(ensureEmbedded(fresh, { binaries: '/nowhere' })).rejects.toThrow('initdb')
    remove(fresh)
  })
})

async function leases(server: Embedded): Promise<number> {
  const rows = await query(
    server.ownerUrl,
    `select from pg_locks where locktype = 'advisory' and objid = 7412 and mode = 'ShareLock'`,
  )
  return rows.length
}
