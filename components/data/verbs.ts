import type { Inspection } from '#lib/import/inspection'
import type { FileReading, ImportMapping } from '#lib/import/mapping'
import type { Proposal } from '#lib/import/proposal'
import type { ImportKind } from '#lib/records/import'
import type { Result } from '#lib/result'
import type { JobState } from './job'

export type MappedFile = { readonly fileId: string; readonly mapping: ImportMapping }

/** What the steps of an import ask of the server. */
export type ImportVerbs = {
  readonly inspect: (input: {
    fileId: string
    fileName: string
    kind: ImportKind | null
    reading: Partial<FileReading>
  }) => Promise<Result<{ readonly inspection: Inspection; readonly proposal: Proposal }>>
  /** These answer the id of a job. */
  readonly findValues: (input: MappedFile) => Promise<Result<string>>
  readonly check: (input: MappedFile) => Promise<Result<string>>
  readonly run: (
    input: MappedFile & { fileName: string; mode: 'all' | 'good'; reason: string | null },
  ) => Promise<Result<string>>
  readonly job: (input: { jobId: string }) => Promise<Result<JobState>>
}
