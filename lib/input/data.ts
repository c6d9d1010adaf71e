import { z } from 'zod'
import { FileReading, ImportMapping } from '#lib/import/mapping'
import { IMPORT_KINDS } from '#lib/records/import'
import { Reason } from './reason'

const fileId = z.string().regex(/^[0-9a-f]{32}$/, { error: 'fileGone' })
const fileName = z.string().min(1).max(300)

/** How an uploaded file shall be looked at: what is left out is found out. */
export const InspectInput = z.strictObject({
  fileId,
  fileName,
  kind: z.enum(IMPORT_KINDS).nullable(),
  reading: FileReading.partial(),
})

export const MappedFile = z.strictObject({ fileId, mapping: ImportMapping })

export const RunInput = z.strictObject({
  fileId,
  fileName,
  mapping: ImportMapping,
  /** Everything or nothing, or the good rows. */
  mode: z.enum(['all', 'good']),
  /** Why closed months are corrected, for monthly actuals. */
  reason: Reason.default(null),
})

export const JobId = z.strictObject({ jobId: z.uuid() })
