import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { ensureEmbedded } from './embedded'
import { migrateDatabase } from './migrate'
import { testDatabaseUrl, testPostgresBinaries, useDatabase } from './url'

/** A database of its own, whose owner may make others beside it, and how to get rid of it. */
export type TestDatabase = { readonly webUrl: string; readonly ownerUrl: string; remove(): Promise<void> }

/** Vitest's global setup: one database for a whole run. Tests share it, each in organisations of its own. */
export default async function setup(): Promise<() => Promise<void>> {
  const given = testDatabaseUrl()
  const database = given ? await databaseOn(given) : await embeddedDatabase()
  await migrateDatabase(database.ownerUrl, database.webUrl)
  useDatabase(database)
  return () => database.remove()
}

/** An embedded server in a temporary folder: beside a running demo, and gone afterwards. */
async function embeddedDatabase(): Promise<TestDatabase> {
  const folder = temporaryFolder()
  const server = await ensureEmbedded(folder, { binaries: testPostgresBinaries() })
  const admin = fs.readFileSync(path.join(server.home, 'admin.key'), 'utf8')
  await asAdmin(loginUrl(server.ownerUrl, 'postgres', admin, 'postgres'), ['alter role gyakusan_owner createdb'])
  return {
    ...server,
    async remove() {
      await server.stop()
      for (const each of [server.home, folder]) fs.rmSync(each, { recursive: true, force: true })
    },
  }
}

export function temporaryFolder(): string {
  return fs.mkdtempSync(path.join(os.tmpdir(), 'gyakusan test '))
}

/** A new database with new log-ins on the server of TEST_DATABASE_URL. */
async function databaseOn(url: string): Promise<TestDatabase> {
  const suffix = randomBytes(4).toString('hex')
  const names = {
    database: `gyakusan_test_${suffix}`,
    owner: `gyakusan_test_owner_${suffix}`,
    web: `gyakusan_test_web_${suffix}`,
  }
  const password = randomBytes(16).toString('hex')
  await asAdmin(url, [
    ...['gyakusan_app', 'gyakusan_signin'].map(roleIfMissing),
    `create role ${names.owner} login createrole createdb password '${password}'`,
    `create role ${names.web} login noinherit password '${password}'`,
    `grant gyakusan_app, gyakusan_signin to ${names.owner} with admin option`,
    `grant ${names.owner} to current_user`,
    `create database ${names.database} owner ${names.owner}`,
  ])
  return {
    ownerUrl: loginUrl(url, names.owner, password, names.database),
    webUrl: loginUrl(url, names.web, password, names.database),
    remove: () =>
      asAdmin(url, [
        `drop database ${names.database} with (force)`,
        `drop owned by ${names.web}, ${names.owner}`,
        `drop role ${names.web}, ${names.owner}`,
      ]),
  }
}

function roleIfMissing(role: string): string {
  return `do $$ begin create role ${role} nologin; exception when duplicate_object or unique_violation then null; end $$`
}

async function asAdmin(url: string, statements: readonly string[]): Promise<void> {
  const admin = new pg.Client({ connectionString: url })
  await admin.connect()
  try {
    for (const statement of statements) await admin.query(statement)
  } finally {
    await admin.end()
  }
}

function loginUrl(server: string, user: string, password: string, database: string): string {
  const url = new URL(server)
  return Object.assign(url, { username: user, password, pathname: `/${database}` }).href
}
