import { sql } from 'drizzle-orm'
import { boolean, check, foreignKey, pgPolicy, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { ROLES } from '#lib/permissions'
import { organisations } from './organisation'
import { teams } from './teams'
import { appRole, createdAt, moment, oneOf, orgId, signinRole, tenantPolicy } from './tenancy'

const self = sql`nullif(current_setting('app.user_id', true), '')::uuid`

/**
 * A person, once for all organisations: reference data without a tenant key. Log-in sees it through gyakusan_signin;
 * an organisation's role sees only the actor's own row, and never the hash (column grant in the migration).
 */
export const users = pgTable(
  'users',
  {
    id: uuid('id').primaryKey(),
    /** NFKC and lower case: the form that is compared. */
    email: text('email').notNull().unique('users_email'),
    /** argon2id; null = cannot log in by password. */
    passwordHash: text('password_hash'),
    /** Where the next log-in leads; a hint only, the membership decides. */
    lastOrgId: uuid('last_org_id'),
    disabledAt: moment('disabled_at'),
    createdAt: createdAt(),
  },
  (t) => [
    pgPolicy('own_row', { for: 'select', to: appRole, using: sql`${t.id} = ${self}` }),
    pgPolicy('signin', { for: 'all', to: signinRole, using: sql`true`, withCheck: sql`true` }),
  ],
)

/** A person in an organisation. Carries name and address, so that nobody needs to read `users` across tenants. */
export const memberships = pgTable(
  'memberships',
  {
    orgId: orgId(),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id),
    name: text('name').notNull(),
    email: text('email').notNull(),
    role: text('role', { enum: ROLES }).notNull(),
    /** False: only the teams of membership_teams. */
    reachesAllTeams: boolean('reaches_all_teams').notNull().default(true),
    disabledAt: moment('disabled_at'),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ name: 'memberships_pk', columns: [t.orgId, t.userId] }),
    foreignKey({ name: 'memberships_organisation', columns: [t.orgId], foreignColumns: [organisations.orgId] }),
    check('memberships_role', sql`${t.role} in (${oneOf(ROLES)})`),
    tenantPolicy(),
    pgPolicy('signin_own', { for: 'select', to: signinRole, using: sql`${t.userId} = ${self}` }),
  ],
)

/** The teams that a limited membership reaches. */
export const membershipTeams = pgTable(
  'membership_teams',
  { orgId: orgId(), userId: uuid('user_id').notNull(), teamId: uuid('team_id').notNull() },
  (t) => [
    primaryKey({ name: 'membership_teams_pk', columns: [t.orgId, t.userId, t.teamId] }),
    foreignKey({
      name: 'membership_teams_member',
      columns: [t.orgId, t.userId],
      foreignColumns: [memberships.orgId, memberships.userId],
    }).onDelete('cascade'),
    foreignKey({
      name: 'membership_teams_team',
      columns: [t.orgId, t.teamId],
      foreignColumns: [teams.orgId, teams.id],
    }),
    tenantPolicy(),
  ],
)
