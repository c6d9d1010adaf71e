import type { Result } from '#lib/result'
import type { JobProgress, JobState, JobValue } from './job'

const ASKED_EVERY_MS = 600
/** So often in a row the server may give no answer until its work counts as lost. */
const MOST_SILENCES = 10

type Followed = Result<JobValue> | { readonly ok: false; readonly message: null }

/** Asks for a job until it is done and tells how far it is; a null message: the server no longer answers. */
export async function followedJob(
  ask: () => Promise<Result<JobState>>,
  told: (progress: JobProgress) => void,
): Promise<Followed> {
  for (let silences = 0; silences < MOST_SILENCES; ) {
    const asked = await ask().catch(() => null)
    if (asked?.ok === false) return asked
    if (asked?.value.state === 'done') return { ok: true, value: asked.value.value }
    if (asked) told(asked.value.progress)
    silences = asked ? 0 : silences + 1
    await new Promise((resolve) => setTimeout(resolve, ASKED_EVERY_MS))
  }
  return { ok: false, message: null }
}
