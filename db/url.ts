/**
 * Every setting that the database room reads from the environment, and nothing else does.
 * `DATABASE_URL` is the web server's log-in, `MIGRATE_DATABASE_URL` the owner's.
 */

/** What the web server connects to. Throws a sentence when nothing is set: the launcher sets it for the embedded server. */
export function databaseUrl(): string {
  const url = process.env.DATABASE_URL
  if (!url) throw new Error('DATABASE_URL is not set. `npm run demo` starts a database of its own.')
  return url
}

/** What migrations connect to: the owner's log-in, or the only one there is. */
export function migrateUrl(): string {
  return process.env.MIGRATE_DATABASE_URL || databaseUrl()
}

/** Whether one log-in owns, migrates and serves: it works, and deserves a warning at start. */
export function isSingleLogin(): boolean {
  return !process.env.MIGRATE_DATABASE_URL || process.env.MIGRATE_DATABASE_URL === process.env.DATABASE_URL
}

/** Points this process, and the children it starts, at a database. */
export function useDatabase(urls: { readonly webUrl: string; readonly ownerUrl: string }): void {
  process.env.DATABASE_URL = urls.webUrl
  process.env.MIGRATE_DATABASE_URL = urls.ownerUrl
}

/** Folder of the embedded server: `GYAKUSAN_DATA`, else `.data` beside package.json. */
export function dataFolder(): string {
  return process.env.GYAKUSAN_DATA || '.data'
}

/** A server on which the database tests run too, given by a log-in that may create databases and roles. */
export function testDatabaseUrl(): string | undefined {
  return process.env.TEST_DATABASE_URL || undefined
}

/** Folder of another Postgres's binaries (initdb, pg_ctl) with which the tests start their server, such as Debian's 15. */
export function testPostgresBinaries(): string | undefined {
  return process.env.TEST_POSTGRES_BIN || undefined
}
