import { and, eq } from 'drizzle-orm'
import { conflict, notFound } from '#lib/errors'
import type { Actor } from '#lib/permissions'
import { ImportId } from '#lib/records/import'
import { undoActuals } from '../records/imported-actuals'
import { lockRecords } from '../records/rollup'
import { TABLE_OF } from '../records/tables'
import { forgetImport, undoSome } from '../records/undone'
import { imports } from '../schema/imports'
import { command, type Work } from './command'

/** A running import that has written nothing for so long has no server behind it any more. */
const STILL_MS = 60_000

/**
 * Takes a whole import back, in steps of which each is a transaction: what others wrote to its records since stays.
 * Broken off, it goes on where it stopped when it is called again; until the last step the import is not 'undone'.
 * @throws AppError 'conflict' (importRunning, importEnded when it was undone before, monthClosed), 'notFound'
 */
export async function undoImport(actor: Actor, given: { readonly importId: string }): Promise<void> {
  while ((await undoStep(actor, given)) > 0) {}
}

const undoStep = command(
  { action: 'import.undo', capability: 'records.import', input: ImportId },
  async (work, { importId }) => {
    const { tx, actor } = work
    await lockRecords(work)
    const { state, kind } = await endedImport(work, importId)
    const count =
      kind === 'actuals' ? await undoActuals(work, importId) : await undoSome(work, TABLE_OF[kind], importId)
    const audit = { subjectId: importId, before: { state }, after: { undone: count } }
    if (count > 0) return { value: count, audit }
    await forgetImport(work, importId)
    await tx
      .update(imports)
      .set({ state: 'undone', undoneAt: new Date(), undoneBy: actor.userId })
      .where(and(eq(imports.orgId, actor.orgId), eq(imports.id, importId)))
    return { value: 0, audit: { ...audit, after: { state: 'undone' } } }
  },
)

async function endedImport({ tx, actor }: Work, importId: string) {
  const [found] = await tx
    .select({ state: imports.state, kind: imports.kind, activeAt: imports.activeAt, by: imports.createdBy })
    .from(imports)
    .where(and(eq(imports.orgId, actor.orgId), eq(imports.id, importId)))
    .for('no key update')
  // Whoever reaches some teams only takes back what they brought themselves: it lies within their reach.
  if (!found || (actor.teamIds !== null && found.by !== actor.userId)) throw notFound()
  if (found.state === 'undone') throw conflict('importEnded')
  const isRunning = found.state === 'running' && found.activeAt.getTime() > Date.now() - STILL_MS
  if (isRunning) throw conflict('importRunning')
  return found
}
