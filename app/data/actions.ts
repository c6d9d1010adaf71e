'use server'

import { getTranslations } from 'next-intl/server'
import { rememberShape } from '#db/commands/remember-shape'
import { undoImport } from '#db/commands/undo-import'
import { checkFile, foundValues } from '#db/imports/check'
import { inspectFile } from '#db/imports/inspect'
import { runImport } from '#db/imports/run'
import { spooled } from '#db/imports/spool'
import { kindOf } from '#lib/import/proposal'
import { InspectInput, JobId, MappedFile, RunInput } from '#lib/input/data'
import { ImportId } from '#lib/records/import'
import { action } from '#server/action'
import { withOwnChannels } from '#server/import-channels'
import { jobState, startJob } from '#server/import-jobs'
import { proposalFor, shapeHash } from '#server/import-proposal'

/** Looks at an uploaded file, in the way that was chosen or as it seems. */
export const inspectAction = action(InspectInput, 'records.import', async (input, session) => {
  const { reading, fileId, fileName } = input
  const inspection = await inspectFile(await spooled(session, fileId), reading)
  const kind = input.kind ?? kindOf(inspection, fileName)
  return { inspection, proposal: await proposalFor(session, kind, inspection) }
})

/** Looks for all values of a file's choice columns. Answers a job. */
export const findValuesAction = action(MappedFile, 'records.import', async ({ fileId, mapping }, session) => {
  const file = await spooled(session, fileId)
  return startJob(session, async (told) => ({
    kind: 'values',
    found: await foundValues(session, file, mapping, told),
  }))
})

/** Reads a whole file without writing. Answers a job. */
export const checkAction = action(MappedFile, 'records.import', async ({ fileId, mapping }, session) => {
  const file = await spooled(session, fileId)
  return startJob(session, async (told) => ({ kind: 'check', check: await checkFile(session, file, mapping, told) }))
})

/** Imports a file, and remembers how. Answers a job. */
export const runAction = action(RunInput, 'records.import', async (input, session) => {
  const { fileId, fileName, mode, reason } = input
  const file = await spooled(session, fileId)
  const mapping = await withOwnChannels(session, input.mapping)
  const { headers } = await inspectFile(file, mapping.file)
  await rememberShape(session, { kind: mapping.kind, shape: shapeHash(headers), mapping })
  const t = await getTranslations('data')
  const words = {
    row: t('faultyRow'),
    reason: t('faultyReason'),
    say: ({ kind, column, value }: { kind: string; column: string | null; value: string }) =>
      t('faultInFile', { reason: t(`faults.${kind}`, { value }), column: column ?? '' }),
  }
  return startJob(session, async (told) => ({
    kind: 'run',
    outcome: await runImport(session, file, { fileName, mapping, mode, reason, words, told }),
  }))
})

/** How far a job is, or what came of it. */
export const jobAction = action(JobId, 'records.import', async ({ jobId }, session) => jobState(session, jobId))

/** Takes a whole import back. */
export const undoImportAction = action(ImportId, 'records.import', (input, session) => undoImport(session, input))
