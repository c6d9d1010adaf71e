import 'server-only'
import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres'
import pg from 'pg'
import type { Actor } from '#lib/permissions'
import { asAppError, codeOf, isSqlState, isUnavailable } from './faults'
import { isId } from './id'
import { databaseUrl } from './url'

/** A transaction inside one organisation, or of log-in. There is no other way to the database. */
export type Tx = NodePgDatabase & { readonly $client: pg.PoolClient }

/** Who asks: all that row-level security needs. */
export type Tenant = Pick<Actor, 'orgId' | 'userId'>

declare global {
  // One pool per process, also when the development server loads this module again.
  var gyakusanPool: pg.Pool | undefined
}

/** The process's pool. Connects when first used; every wait has an end (QUALITY, Faults). */
export function pool(): pg.Pool {
  globalThis.gyakusanPool ??= openPool(databaseUrl())
  return globalThis.gyakusanPool
}

/** For a script whose statements may take minutes: the pool from now on, in this process. */
export function usePatientPool(): void {
  globalThis.gyakusanPool = openPool(databaseUrl(), 30 * 60_000)
}

/** Closes the pool, for scripts and tests; the next use opens another. */
export async function endPool(): Promise<void> {
  const open = globalThis.gyakusanPool
  globalThis.gyakusanPool = undefined
  await open?.end()
}

function openPool(connectionString: string, patience = 8000): pg.Pool {
  const opened = new pg.Pool({
    connectionString,
    application_name: 'gyakusan web',
    max: 10,
    connectionTimeoutMillis: 1500,
    query_timeout: patience + 2000,
    statement_timeout: patience,
    lock_timeout: 3000,
    idle_in_transaction_session_timeout: 10_000,
    keepAlive: true,
  })
  // Without listeners a connection that breaks ends the process; the next request opens another one.
  const ignore = () => {}
  opened.on('error', ignore)
  opened.on('connect', (client) => client.on('error', ignore))
  return opened
}

/**
 * A writing transaction inside the actor's organisation. Commits when `fn` resolves, rolls back when it throws.
 * @throws AppError 'unavailable' when the database does not answer
 */
export async function withOrg<T>(tenant: Tenant, fn: (tx: Tx) => Promise<T>): Promise<T> {
  return transaction(`begin; ${tenantSettings(tenant)}`, fn)
}

/** A reading transaction inside the actor's organisation: one snapshot for all its queries, and nothing can be written. */
export async function readOrg<T>(tenant: Tenant, fn: (tx: Tx) => Promise<T>): Promise<T> {
  return transaction(`begin isolation level repeatable read read only; ${tenantSettings(tenant)}`, fn)
}

/**
 * A transaction of log-in and sign-up, before an organisation is known: sees `users` and, with a user, that user's
 * memberships; nothing else.
 */
export async function asSignin<T>(fn: (tx: Tx) => Promise<T>, userId: string | null = null): Promise<T> {
  return transaction(`begin; ${signinSettings(userId)}`, fn)
}

/** A step of log-in or sign-up within an organisation's transaction, which goes on as the same tenant afterwards. */
export async function signinWithin<T>(tx: Tx, tenant: Tenant, fn: (tx: Tx) => Promise<T>): Promise<T> {
  await tx.$client.query(signinSettings(null))
  const value = await fn(tx)
  await tx.$client.query(tenantSettings(tenant))
  return value
}

/** One round trip, without parameters: each id is checked by its form. SET LOCAL, so that nothing outlives the transaction. */
export function tenantSettings({ orgId, userId }: Tenant): string {
  return `set local role gyakusan_app; set local app.org_id = '${checked(orgId)}'; set local app.user_id = '${checked(userId)}'`
}

function signinSettings(userId: string | null): string {
  return `set local role gyakusan_signin; set local app.org_id = ''; set local app.user_id = '${userId === null ? '' : checked(userId)}'`
}

function checked(id: string): string {
  if (!isId(id)) throw new TypeError('not an id')
  return id
}

async function transaction<T>(opening: string, fn: (tx: Tx) => Promise<T>): Promise<T> {
  return withClient(async (client) => {
    await client.query(opening)
    const value = await fn(drizzle(client))
    await client.query('commit')
    return value
  })
}

/** Lends a connection. After an error it is rolled back, or thrown away when even that fails. */
export async function withClient<T>(fn: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  const client = await pool()
    .connect()
    .catch((error: unknown) => {
      throw asAppError(error)
    })
  try {
    const value = await fn(client)
    client.release()
    return value
  } catch (error) {
    await rollBack(client, error)
    throw asAppError(error)
  }
}

async function rollBack(client: pg.PoolClient, reason: unknown): Promise<void> {
  // Without an answer from Postgres the connection's state is unknown, and a rollback would wait as long again.
  if (isUnavailable(reason) && !isSqlState(codeOf(reason))) return client.release(true)
  try {
    await client.query('rollback')
    client.release()
  } catch {
    client.release(true)
  }
}
