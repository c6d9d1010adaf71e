import pg from 'pg'
import { binaries } from './embedded/binaries'
import { adminUrl, type Cluster, initialise } from './embedded/cluster'
import { homeOf, makeHome, password } from './embedded/home'
import { takeLease } from './embedded/lease'
import { postgresUser } from './embedded/run'
import { dataFolder } from './url'

/** Two starts at once prepare roles and database one after the other. */
const PREPARE = 7410

export type Embedded = {
  /** Log-in of the web server: owns nothing. */
  readonly webUrl: string
  /** Log-in that owns the tables and migrates. */
  readonly ownerUrl: string
  readonly port: number
  /** Folder that holds data, keys and log. */
  readonly home: string
  readonly how: 'created' | 'started' | 'adopted'
  /** Stops the server, unless another process uses it too. */
  stop(): Promise<'stopped' | 'in use'>
}

/**
 * Starts, or adopts, the embedded Postgres of a data folder and keeps it running until `stop()`.
 * Safe to call from several processes, and after `kill -9` of any of them or of Postgres itself.
 * @param folder defaults to `GYAKUSAN_DATA`, else `.data`
 * @param options.binaries folder of another installation's initdb and pg_ctl (Postgres 15 or newer)
 * @throws Error with a sentence for people: unsupported platform, no user to run as, Postgres does not start
 */
export async function ensureEmbedded(
  folder = dataFolder(),
  options: { readonly binaries?: string } = {},
): Promise<Embedded> {
  const as = postgresUser()
  const home = homeOf(folder)
  makeHome(home, as)
  const cluster: Cluster = {
    home,
    as,
    binaries: binaries(home, as, options.binaries),
    adminPassword: password(home, 'admin'),
  }
  const made = initialise(cluster)
  const lease = await takeLease(cluster)
  const logins = { owner: password(home, 'owner'), web: password(home, 'web') }
  await prepare(adminUrl(cluster, lease.port), logins)
  const at = `127.0.0.1:${lease.port}/gyakusan`
  return {
    webUrl: `postgresql://gyakusan_web:${logins.web}@${at}`,
    ownerUrl: `postgresql://gyakusan_owner:${logins.owner}@${at}`,
    port: lease.port,
    home: home.folder,
    how: made === 'created' ? 'created' : lease.how,
    stop: lease.release,
  }
}

/** The two log-ins and the database; nothing that exists is touched. Passwords are our own hexadecimal digits. */
async function prepare(url: string, logins: { readonly owner: string; readonly web: string }): Promise<void> {
  const admin = new pg.Client({ connectionString: url })
  admin.on('error', () => {})
  await admin.connect()
  try {
    await admin.query(`select pg_advisory_lock(${PREPARE})`)
    await createRole(admin, `gyakusan_owner login createrole nosuperuser nobypassrls password '${logins.owner}'`)
    await createRole(admin, `gyakusan_web login noinherit nosuperuser nobypassrls password '${logins.web}'`)
    const { rowCount } = await admin.query(`select from pg_database where datname = 'gyakusan'`)
    if (!rowCount) await admin.query('create database gyakusan owner gyakusan_owner')
  } finally {
    await admin.end()
  }
}

async function createRole(admin: pg.Client, definition: string): Promise<void> {
  await admin.query(`do $$ begin create role ${definition}; exception when duplicate_object then null; end $$`)
}
