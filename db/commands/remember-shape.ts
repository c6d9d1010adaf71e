import { RememberShapeInput } from '#lib/records/import'
import { importShapes } from '../schema/imports'
import { command } from './command'

/** Remembers how a file was read, for the next one with the same headers. */
export const rememberShape = command(
  { action: 'import.rememberShape', capability: 'records.import', input: RememberShapeInput },
  async ({ tx, actor }, { kind, shape, mapping }) => {
    await tx
      .insert(importShapes)
      .values({ orgId: actor.orgId, kind, shape, mapping })
      .onConflictDoUpdate({ target: [importShapes.orgId, importShapes.kind, importShapes.shape], set: { mapping } })
    return { value: undefined, audit: { subjectId: actor.orgId, before: null, after: { kind, shape } } }
  },
)
