import { and, desc, eq } from 'drizzle-orm'
import { z } from 'zod'
import { type Actor, can } from '#lib/permissions'
import { type ImportKind, type ImportState, NO_ROWS, type RowCounts } from '#lib/records/import'
import { readOrg } from '../client'
import { isId } from '../id'
import { importShapes, imports } from '../schema/imports'
import { organisations } from '../schema/organisation'
import { memberships } from '../schema/people'

/** A file that was read in, or is being. Moments are ISO 8601. */
export type Import = {
  readonly id: string
  readonly kind: ImportKind
  readonly fileName: string
  readonly state: ImportState
  readonly counts: RowCounts & { readonly faulty: number }
  /** Name of the person. */
  readonly by: string
  readonly createdAt: string
  readonly activeAt: string
  readonly finishedAt: string | null
  readonly undoneAt: string | null
}

const Counts = z.object({
  ...{ created: z.number(), updated: z.number(), unchanged: z.number(), older: z.number(), refused: z.number() },
  faulty: z.number(),
})

/** The last imports of the organisation, newest first. None for whoever may not read records. */
export function importsOf(actor: Actor, { most = 100 }: { readonly most?: number } = {}): Promise<Import[]> {
  return found(actor, undefined, most)
}

/** One import with its progress; null when it is not the organisation's. */
export async function importOf(actor: Actor, importId: string): Promise<Import | null> {
  return isId(importId) ? ((await found(actor, importId, 1))[0] ?? null) : null
}

async function found(actor: Actor, importId: string | undefined, most: number): Promise<Import[]> {
  if (!can(actor, 'records.read')) return []
  const rows = await readOrg(actor, (tx) =>
    tx
      .select({
        ...{ id: imports.id, kind: imports.kind, fileName: imports.fileName, state: imports.state },
        ...{ counts: imports.counts, by: memberships.name, createdAt: imports.createdAt, activeAt: imports.activeAt },
        ...{ finishedAt: imports.finishedAt, undoneAt: imports.undoneAt },
      })
      .from(imports)
      .innerJoin(memberships, and(eq(memberships.orgId, imports.orgId), eq(memberships.userId, imports.createdBy)))
      .where(and(eq(imports.orgId, actor.orgId), importId === undefined ? undefined : eq(imports.id, importId)))
      .orderBy(desc(imports.createdAt), desc(imports.id))
      .limit(most),
  )
  return rows.map(({ counts, createdAt, activeAt, finishedAt, undoneAt, ...row }) => ({
    ...row,
    counts: Counts.catch({ ...NO_ROWS, faulty: 0 }).parse(counts),
    ...{ createdAt: createdAt.toISOString(), activeAt: activeAt.toISOString() },
    ...{ finishedAt: finishedAt?.toISOString() ?? null, undoneAt: undoneAt?.toISOString() ?? null },
  }))
}

/** How the last file of a kind with these headers was read; null = none was. */
export async function shapeOf(actor: Actor, kind: ImportKind, shape: string): Promise<unknown> {
  const { orgId } = actor
  const [row] = await readOrg(actor, (tx) =>
    tx
      .select({ mapping: importShapes.mapping })
      .from(importShapes)
      .where(and(eq(importShapes.orgId, orgId), eq(importShapes.kind, kind), eq(importShapes.shape, shape))),
  )
  return row?.mapping ?? null
}

/** The key under which this organisation's mail addresses are compared, for the parser alone; 32 bytes in hex. */
export async function emailKeyOf(actor: Actor): Promise<string> {
  const [row] = await readOrg(actor, (tx) =>
    tx.select({ key: organisations.emailKey }).from(organisations).where(eq(organisations.orgId, actor.orgId)),
  )
  return row?.key ?? ''
}
