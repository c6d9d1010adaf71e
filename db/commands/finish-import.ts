import { and, eq, sql } from 'drizzle-orm'
import { conflict, notFound } from '#lib/errors'
import { FinishImportInput } from '#lib/records/import'
import { imports } from '../schema/imports'
import { command } from './command'

/**
 * Ends an import that runs: done, failed, or found interrupted. What a failed one had written stays until it is undone.
 * @throws AppError 'conflict' (importEnded), 'notFound'
 */
export const finishImport = command(
  { action: 'import.finish', capability: 'records.import', input: FinishImportInput },
  async ({ tx, actor }, { importId, state, faulty }) => {
    const own = and(eq(imports.orgId, actor.orgId), eq(imports.id, importId))
    const [found] = await tx.select({ state: imports.state }).from(imports).where(own).for('no key update')
    if (!found) throw notFound()
    if (found.state !== 'running') throw conflict('importEnded')
    const counts = sql`${imports.counts} || ${JSON.stringify({ faulty })}::jsonb`
    await tx.update(imports).set({ state, counts, finishedAt: new Date() }).where(own)
    return { value: undefined, audit: { subjectId: importId, before: { state: 'running' }, after: { state, faulty } } }
  },
)
