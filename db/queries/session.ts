import { z } from 'zod'
import { MONEY_UNITS } from '#lib/format'
import { CURRENCIES } from '#lib/input/account'
import { NEGATIVE_STYLES, type Organisation, type Team } from '#lib/organisation'
import { type Actor, ROLES } from '#lib/permissions'
import { tenantSettings, withClient } from '../client'
import { isId } from '../id'

/** A person at work in an organisation, as the database knows it at this request. */
export type Session = Actor & {
  readonly sessionId: string
  readonly email: string
  readonly name: string
  readonly org: Organisation
  /** Teams that the membership reaches: root first, archived ones left out. */
  readonly teams: readonly Team[]
  /** Raised by every command; caches are keyed by it. */
  readonly dataVersion: number
}

export type SessionIds = { readonly userId: string; readonly orgId: string; readonly sessionId: string }

/** A session ends 7 days after it was last seen, and 30 days after it began. */
const HOLDS = `s.revoked_at is null and s.last_seen_at > now() - interval '7 days' and s.created_at > now() - interval '30 days'`

/** A membership as the database answers it. */
export const SessionRow = z.object({
  role: z.enum(ROLES),
  team_ids: z.array(z.uuid()).nullable(),
  email: z.string(),
  name: z.string(),
  org: z.object({
    id: z.uuid(),
    name: z.string(),
    currency: z.enum(CURRENCIES),
    fiscalStart: z.number(),
    timeZone: z.string(),
    unit: z.enum(MONEY_UNITS),
    negativeStyle: z.enum(NEGATIVE_STYLES),
    goodFrom: z.number(),
    watchFrom: z.number(),
    agreedDays: z.number(),
    influenceDays: z.number(),
  }),
  data_version: z.coerce.number(),
  teams: z.array(z.object({ id: z.uuid(), name: z.string(), isRoot: z.boolean(), archivedAt: z.null() })),
})

// Made once: a schema is compiled when it is first used, and this one is used by every request.
const FoundRow = SessionRow.nullable()
const Results = z.array(z.object({ rows: z.array(z.unknown()) }))

/**
 * The session behind a cookie, or null: revoked, expired, disabled, no longer a member. One round trip, which also
 * marks the session as seen, at most once a minute.
 */
export async function sessionOf(ids: SessionIds): Promise<Session | null> {
  if (![ids.userId, ids.orgId, ids.sessionId].every(isId)) return null
  const row = await withClient(async (client) => {
    const results: unknown = await client.query(
      ['begin', tenantSettings(ids), touch(ids), question(ids), 'commit'].join(';\n'),
    )
    return FoundRow.parse(rowsBeforeCommit(results)[0] ?? null)
  })
  return row && sessionFrom(ids, row)
}

function sessionFrom({ userId, orgId, sessionId }: SessionIds, row: z.output<typeof SessionRow>): Session {
  const { role, email, name, org, teams } = row
  return {
    userId,
    orgId,
    sessionId,
    role,
    teamIds: row.team_ids,
    email,
    name,
    org,
    teams,
    dataVersion: row.data_version,
  }
}

/** pg answers a text of several statements with a list of results. The question stands before the commit. */
function rowsBeforeCommit(results: unknown): readonly unknown[] {
  return Results.parse(results).at(-2)?.rows ?? []
}

// The ids below have the form of ids, checked by tenantSettings and sessionOf: a simple query takes no parameters.

/**
 * No request waits for the disk to note it, and a person's other requests do not wait for the one that does: a minute
 * that is lost when the database breaks down is no loss.
 */
function touch({ orgId, userId, sessionId }: SessionIds): string {
  return `set local synchronous_commit = off;
    update sessions set last_seen_at = now() where org_id = '${orgId}' and id = (
    select s.id from sessions s where s.org_id = '${orgId}' and s.id = '${sessionId}' and s.user_id = '${userId}'
      and s.last_seen_at < now() - interval '1 minute' and ${HOLDS} for no key update skip locked)`
}

function question({ orgId, userId, sessionId }: SessionIds): string {
  return `${MEMBERSHIP}
    from sessions s
    join memberships m on m.org_id = s.org_id and m.user_id = s.user_id and m.disabled_at is null
    join organisations o on o.org_id = s.org_id
    join users u on u.id = s.user_id and u.disabled_at is null
    where s.org_id = '${orgId}' and s.id = '${sessionId}' and s.user_id = '${userId}' and ${HOLDS}`
}

/** What a session knows of a membership m in an organisation o: the columns of SessionRow. */
export const MEMBERSHIP = `select m.role, m.email, m.name, o.data_version,
      case when m.reaches_all_teams then null else array(
        select mt.team_id::text from membership_teams mt where mt.org_id = m.org_id and mt.user_id = m.user_id
      ) end as team_ids,
      json_build_object('id', o.org_id, 'name', o.name, 'currency', o.currency, 'fiscalStart', o.fiscal_start,
        'timeZone', o.time_zone, 'unit', o.unit, 'negativeStyle', o.negative_style,
        'goodFrom', o.good_from, 'watchFrom', o.watch_from,
        'agreedDays', o.agreed_days, 'influenceDays', o.influence_days) as org,
      coalesce((
        select json_agg(json_build_object('id', t.id, 'name', t.name, 'isRoot', t.is_root, 'archivedAt', null)
          order by t.is_root desc, t.created_at, t.id)
        from teams t
        where t.org_id = m.org_id and t.archived_at is null and (m.reaches_all_teams or exists (
          select from membership_teams mt where mt.org_id = m.org_id and mt.user_id = m.user_id and mt.team_id = t.id
        ))
      ), '[]') as teams`
