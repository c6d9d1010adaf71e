import { NO_ROWS, StartImportInput } from '#lib/records/import'
import { newId } from '../id'
import { imports } from '../schema/imports'
import { command } from './command'

/** Opens an import: rows may be written under its id until it is finished. Answers the id. */
export const startImport = command(
  { action: 'import.start', capability: 'records.import', input: StartImportInput },
  async ({ tx, actor }, { kind, fileName, mapping }) => {
    const importId = newId()
    const counts = { ...NO_ROWS, faulty: 0 }
    const now = new Date()
    await tx.insert(imports).values({
      ...{ orgId: actor.orgId, id: importId, kind, fileName, mapping, counts, state: 'running' },
      ...{ createdBy: actor.userId, createdAt: now, activeAt: now },
    })
    return { value: { importId }, audit: { subjectId: importId, before: null, after: { kind, fileName } } }
  },
)
