import { and, eq, isNull, sql } from 'drizzle-orm'
import type { z } from 'zod'
import { AppError, forbidden, invalid, notFound } from '#lib/errors'
import { type Actor, type Capability, can, reaches } from '#lib/permissions'
import { type Tx, withOrg } from '../client'
import { codeOf, constraintOf } from '../faults'
import { newId } from '../id'
import type { GatheredChanges } from '../records/gathered'
import { auditLog } from '../schema/audit'
import { organisations } from '../schema/organisation'
import { memberships, users } from '../schema/people'
import { teams } from '../schema/teams'

/** What a command did: its answer, and for the audit log whom it changed, from what to what. Null: nothing changed. */
export type Change<T> = { readonly value: T; readonly audit: Audit | null }
export type Audit = { readonly subjectId: string; readonly before: unknown; readonly after: unknown }

/** Where a command works: its transaction, and the actor as the membership stands now. */
export type Work = {
  readonly tx: Tx
  readonly actor: Actor
  /** Of many batches in one transaction: what their figures change is written once, at the end. Absent: at once. */
  readonly gathered?: GatheredChanges
}

type Definition<Schema extends z.ZodType> = {
  /** Word in the audit log: 'plan.activate'. */
  readonly action: string
  readonly capability: Capability
  readonly input: Schema
}

/** A command, by itself or as a part of another one's transaction. */
export type Command<Schema extends z.ZodType, T> = {
  (actor: Actor, given: z.input<Schema>): Promise<T>
  /** Writes as a part of another command, whose capability was checked and which records what happened. */
  within(work: Work, given: z.input<Schema>): Promise<Change<T>>
  /** Reads the input now, for a write that comes later: a batch is read while the one before it is being written. */
  prepared(given: z.input<Schema>): Prepared<T>
}

/** A command with its input. */
export type Prepared<T> = {
  alone(actor: Actor): Promise<T>
  within(work: Work): Promise<Change<T>>
}

/**
 * Makes a command: the one way to write inside an organisation. In one transaction: membership read again → capability
 * → `run` → audit row → data version. The input is parsed here too, so that no caller can forget it.
 * @throws AppError 'invalid' | 'forbidden' | 'notFound' | 'conflict' | 'unavailable'
 */
export function command<Schema extends z.ZodType, T>(
  { action, capability, input }: Definition<Schema>,
  run: (work: Work, input: z.output<Schema>) => Promise<Change<T>>,
): Command<Schema, T> {
  const write = (actor: Actor, wanted: z.output<Schema>) =>
    withOrg(actor, async (tx) => {
      const current = await currentMember(tx, actor)
      if (!can(current, capability)) throw forbidden()
      const { value, audit } = await run({ tx, actor: current }, wanted)
      if (audit) await record(tx, current, action, audit)
      return value
    }).catch(asNameTaken)
  const prepared = (given: z.input<Schema>): Prepared<T> => {
    const wanted = parsed(input, given)
    return { alone: (actor) => write(actor, wanted), within: (work) => run(work, wanted) }
  }
  const alone = async (actor: Actor, given: z.input<Schema>) => prepared(given).alone(actor)
  const within = async (work: Work, given: z.input<Schema>) => prepared(given).within(work)
  return Object.assign(alone, { within, prepared })
}

/** The input in its own form, or AppError 'invalid' with a key for each field. */
export function parsed<Schema extends z.ZodType>(schema: Schema, given: unknown): z.output<Schema> {
  const read = schema.safeParse(given)
  if (read.success) return read.data
  throw invalid('invalid', Object.fromEntries(read.error.issues.map((each) => [each.path.join('.'), each.message])))
}

/** The audit row, then the data version: last, because it queues every writer of the organisation behind one row. */
export async function record(tx: Tx, actor: Pick<Actor, 'orgId' | 'userId'>, action: string, audit: Audit) {
  await tx.insert(auditLog).values({ orgId: actor.orgId, id: newId(), userId: actor.userId, action, ...audit })
  await tx
    .update(organisations)
    .set({ dataVersion: sql`${organisations.dataVersion} + 1` })
    .where(eq(organisations.orgId, actor.orgId))
}

/** The membership as it stands now. Somebody removed or disabled in the meantime finds nothing. */
async function currentMember(tx: Tx, { orgId, userId }: Actor): Promise<Actor> {
  const [found] = await tx
    .select({
      role: memberships.role,
      teamIds: sql<string[] | null>`case when ${memberships.reachesAllTeams} then null else array(
        select mt.team_id::text from membership_teams mt
        where mt.org_id = ${memberships.orgId} and mt.user_id = ${memberships.userId}) end`,
    })
    .from(memberships)
    .innerJoin(users, and(eq(users.id, memberships.userId), isNull(users.disabledAt)))
    .where(and(eq(memberships.orgId, orgId), eq(memberships.userId, userId), isNull(memberships.disabledAt)))
  if (!found) throw notFound()
  return { orgId, userId, ...found }
}

/** The team, locked against other commands on it; another organisation's, or one out of reach, is not found. */
export async function lockedTeam({ tx, actor }: Work, teamId: string) {
  if (!reaches(actor, teamId)) throw notFound()
  const [team] = await tx
    .select({ id: teams.id, name: teams.name, isRoot: teams.isRoot, archivedAt: teams.archivedAt })
    .from(teams)
    .where(and(eq(teams.orgId, actor.orgId), eq(teams.id, teamId)))
    .for('no key update')
  if (!team) throw notFound()
  return team
}

const UNIQUE_VIOLATION = '23505'

function asNameTaken(error: unknown): never {
  const isName = ['teams_name', 'channels_name'].includes(constraintOf(error) ?? '')
  if (codeOf(error) === UNIQUE_VIOLATION && isName) {
    throw new AppError('conflict', 'nameTaken', {}, { name: 'nameTaken' })
  }
  throw error
}
