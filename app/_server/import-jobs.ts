import { randomUUID } from 'node:crypto'
import type { Progress } from '#db/imports/table'
import type { Session } from '#db/queries/session'
import { AppError } from '#lib/errors'
import type { JobState, JobValue } from '../../components/data/job'

type Job = {
  readonly userId: string
  readonly orgId: string
  readonly startedAt: number
  progress: Progress
  ended: { readonly value: JobValue } | { readonly error: unknown } | null
}

declare global {
  // Of the process: actions and routes are bundled apart, and the development server loads modules again.
  var gyakusanJobs: Map<string, Job> | undefined
}

const KEPT_MS = 60 * 60 * 1000

function jobs(): Map<string, Job> {
  globalThis.gyakusanJobs ??= new Map()
  return globalThis.gyakusanJobs
}

/** Starts long work that outlives its request: the person may close the page. Answers the job's id. */
export function startJob(session: Session, work: (told: (progress: Progress) => void) => Promise<JobValue>): string {
  for (const [id, each] of jobs()) if (each.startedAt < Date.now() - KEPT_MS && each.ended) jobs().delete(id)
  const id = randomUUID()
  const { userId, orgId } = session
  const job: Job = { userId, orgId, startedAt: Date.now(), progress: { rows: 0, bytes: 0, total: 1 }, ended: null }
  jobs().set(id, job)
  work((progress) => {
    job.progress = progress
  }).then(
    (value) => {
      job.ended = { value }
    },
    (error: unknown) => {
      job.ended = { error }
    },
  )
  return id
}

/** How far a person's own job is. @throws AppError 'notFound', or what the job ended with */
export function jobState({ userId, orgId }: Session, id: string): JobState {
  const job = jobs().get(id)
  if (!job || job.userId !== userId || job.orgId !== orgId) throw new AppError('notFound', 'jobGone')
  if (job.ended === null) return { state: 'running', progress: job.progress }
  if ('error' in job.ended) throw job.ended.error
  return { state: 'done', value: job.ended.value }
}
