import { fileURLToPath, pathToFileURL } from 'node:url'
import { drizzle } from 'drizzle-orm/node-postgres'
import { migrate } from 'drizzle-orm/node-postgres/migrator'
import pg from 'pg'
import { prepareRoles } from './roles'
import { databaseUrl, isSingleLogin, migrateUrl } from './url'

/** Locks of the database: two migrations, or two first starts, at once. */
const MIGRATE = 7411
const EXCLUSIVE = 7413

/**
 * Brings the database to this version of the schema: roles, tables, policies, grants. All or nothing, and safe to run
 * twice or from two processes at once.
 * @param ownerUrl log-in that owns the tables and may create roles (or finds them made)
 * @param webUrl log-in of the web server; may be the same
 * @returns names of the migrations that were applied now
 */
export async function migrateDatabase(ownerUrl: string, webUrl: string): Promise<readonly string[]> {
  return holding(ownerUrl, MIGRATE, async (owner) => {
    await prepareRoles(owner, decodeURIComponent(new URL(webUrl).username))
    const before = await appliedCount(owner)
    await migrate(drizzle(owner), { migrationsFolder: fileURLToPath(new URL('./migrations', import.meta.url)) })
    return (await migrationNames()).slice(before)
  })
}

/** Runs `fn` while no other process runs one on the same database: a second start waits, then finds the work done. */
export function exclusively<T>(ownerUrl: string, fn: () => Promise<T>): Promise<T> {
  return holding(ownerUrl, EXCLUSIVE, fn)
}

/** Holds an advisory lock of the database on a connection of its own; it is given back with the connection. */
async function holding<T>(ownerUrl: string, lock: number, fn: (owner: pg.Client) => Promise<T>): Promise<T> {
  const owner = new pg.Client({ connectionString: ownerUrl, application_name: 'gyakusan migrate' })
  owner.on('error', () => {})
  await owner.connect()
  try {
    await owner.query(`select pg_advisory_lock(${lock})`)
    return await fn(owner)
  } finally {
    await owner.end()
  }
}

async function appliedCount(owner: pg.Client): Promise<number> {
  const { rows } = await owner.query<{ found: boolean }>(
    `select to_regclass('drizzle.__drizzle_migrations') is not null as found`,
  )
  if (!rows[0]?.found) return 0
  const counted = await owner.query<{ count: number }>(
    'select count(*)::int as count from drizzle.__drizzle_migrations',
  )
  return counted.rows[0]?.count ?? 0
}

async function migrationNames(): Promise<readonly string[]> {
  const { default: journal } = await import('./migrations/meta/_journal.json')
  return journal.entries.map((entry) => entry.tag)
}

/** `npm run db:migrate` */
async function main(): Promise<void> {
  if (isSingleLogin()) console.warn('One log-in owns, migrates and serves. Safer: MIGRATE_DATABASE_URL for the owner.')
  const applied = await migrateDatabase(migrateUrl(), databaseUrl())
  console.log(applied.length ? `migrated: ${applied.join(', ')}` : 'nothing to migrate')
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  main().catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error)
    process.exitCode = 1
  })
}
