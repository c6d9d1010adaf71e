import { setTimeout as sleep } from 'node:timers/promises'
import type pg from 'pg'

/** Roles that the web server takes by SET LOCAL ROLE. They belong to the whole server: another database may have made them. */
export const APP_ROLE = 'gyakusan_app'
export const SIGNIN_ROLE = 'gyakusan_signin'

/**
 * Makes the two roles if they are missing, and lets the owner and the web server's log-in take them.
 * @throws Error with a sentence when the web log-in is missing or the owner may not grant
 */
export async function prepareRoles(owner: pg.Client, webLogin: string): Promise<void> {
  const { rowCount } = await owner.query('select from pg_roles where rolname = $1', [webLogin])
  if (!rowCount)
    throw new Error(
      `The role ${webLogin} of DATABASE_URL does not exist: create role ${webLogin} login noinherit password '…'`,
    )
  for (const role of [APP_ROLE, SIGNIN_ROLE]) {
    await owner.query(
      `do $$ begin create role ${role} nologin; exception when duplicate_object or unique_violation or insufficient_privilege then null; end $$`,
    )
    // From Postgres 16 on, who makes a role may grant it but not take it: so the owner too.
    await letTake(owner, role, 'current_user')
    await letTake(owner, role, owner.escapeIdentifier(webLogin), webLogin)
  }
}

async function letTake(owner: pg.Client, role: string, grantee: string, login?: string): Promise<void> {
  try {
    await grant(owner, `grant ${role} to ${grantee}`)
  } catch (error) {
    // Someone else may have granted it already (a DBA, or the owner of another database on this server).
    if (!(await isMember(owner, role, login)))
      throw new Error(`Could not run "grant ${role} to ${grantee}": ${String(error)}`)
  }
}

/** Roles of one server are shared by its databases, and the lock of a migration is not: a collision is tried again. */
async function grant(owner: pg.Client, statement: string, attempts = 5): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      await owner.query(statement)
      return
    } catch (error) {
      const collided = error instanceof Error && /concurrently updated|duplicate key/.test(error.message)
      if (!collided || attempt === attempts) throw error
      await sleep(50 * attempt)
    }
  }
}

async function isMember(owner: pg.Client, role: string, login?: string): Promise<boolean> {
  const sql = `select pg_has_role(coalesce($1, current_user)::name, $2::name, 'member') as member`
  const { rows } = await owner.query<{ member: boolean }>(sql, [login ?? null, role])
  return rows[0]?.member ?? false
}
