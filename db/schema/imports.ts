import { sql } from 'drizzle-orm'
import { check, foreignKey, index, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { IMPORT_KINDS, IMPORT_STATES } from '#lib/records/import'
import { organisations } from './organisation'
import { memberships } from './people'
import { createdAt, moment, oneOf, orgId, tenantPolicy } from './tenancy'

/** One file that was read in. */
export const imports = pgTable(
  'imports',
  {
    orgId: orgId(),
    id: uuid('id').notNull(),
    kind: text('kind', { enum: IMPORT_KINDS }).notNull(),
    fileName: text('file_name').notNull(),
    state: text('state', { enum: IMPORT_STATES }).notNull(),
    mapping: jsonb('mapping').notNull(),
    /** Rows by what became of them (lib/records/import.ts), and the faulty ones that were left out. */
    counts: jsonb('counts').notNull(),
    createdBy: uuid('created_by').notNull(),
    createdAt: createdAt(),
    /** When its last rows were written: a running import that has been still for long was interrupted. */
    activeAt: moment('active_at').notNull(),
    finishedAt: moment('finished_at'),
    undoneAt: moment('undone_at'),
    undoneBy: uuid('undone_by'),
  },
  (t) => [
    primaryKey({ name: 'imports_pk', columns: [t.orgId, t.id] }),
    index('imports_created').on(t.orgId, t.createdAt, t.id),
    foreignKey({
      name: 'imports_maker',
      columns: [t.orgId, t.createdBy],
      foreignColumns: [memberships.orgId, memberships.userId],
    }),
    foreignKey({
      name: 'imports_undoer',
      columns: [t.orgId, t.undoneBy],
      foreignColumns: [memberships.orgId, memberships.userId],
    }),
    check('imports_kind', sql`${t.kind} in (${oneOf(IMPORT_KINDS)})`),
    check('imports_state', sql`${t.state} in (${oneOf(IMPORT_STATES)})`),
    tenantPolicy(),
  ],
)

/** A record as it was before an import changed it. What an import created has no row here: it names the import itself. */
export const importChanges = pgTable(
  'import_changes',
  {
    orgId: orgId(),
    importId: uuid('import_id').notNull(),
    recordId: uuid('record_id').notNull(),
    before: jsonb('before').notNull(),
  },
  (t) => [
    primaryKey({ name: 'import_changes_pk', columns: [t.orgId, t.importId, t.recordId] }),
    foreignKey({
      name: 'import_changes_import',
      columns: [t.orgId, t.importId],
      foreignColumns: [imports.orgId, imports.id],
    }),
    tenantPolicy(),
  ],
)

/** How the last file with the same headers was read. */
export const importShapes = pgTable(
  'import_shapes',
  {
    orgId: orgId(),
    kind: text('kind', { enum: IMPORT_KINDS }).notNull(),
    /** Hash of the headers. */
    shape: text('shape').notNull(),
    mapping: jsonb('mapping').notNull(),
  },
  (t) => [
    primaryKey({ name: 'import_shapes_pk', columns: [t.orgId, t.kind, t.shape] }),
    foreignKey({ name: 'import_shapes_organisation', columns: [t.orgId], foreignColumns: [organisations.orgId] }),
    check('import_shapes_kind', sql`${t.kind} in (${oneOf(IMPORT_KINDS)})`),
    tenantPolicy(),
  ],
)
