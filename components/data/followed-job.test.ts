import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Result } from '#lib/result'
import { followedJob } from './followed-job'
import type { JobState } from './job'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

type Answer = Result<JobState> | 'silence'
const outcome = {
  importId: 'i',
  counts: { created: 1, updated: 0, unchanged: 0, older: 0, refused: 0 },
  faulty: 0,
  skipped: 0,
}
const running = (rows: number): Answer => {
  return { ok: true, value: { state: 'running', progress: { rows, bytes: 0, total: 9 } } }
}
const done: Answer = { ok: true, value: { state: 'done', value: { kind: 'run', outcome } } }

/** Follows a job that answers so in turn, the last answer from then on. */
async function followed(answers: readonly Answer[]) {
  const rows: number[] = []
  let asked = 0
  const ask = async () => {
    const answer = answers[Math.min(asked++, answers.length - 1)] ?? 'silence'
    if (answer === 'silence') throw new Error('offline')
    return answer
  }
  const end = followedJob(ask, (progress) => rows.push(progress.rows))
  await vi.runAllTimersAsync()
  return { end: await end, rows, asked }
}

describe('a job that is followed', () => {
  it('tells how far it is, and ends with what came of it', async () => {
    expect(await followed([running(1), running(5), done])).toEqual({
      ...{ end: { ok: true, value: { kind: 'run', outcome } }, rows: [1, 5], asked: 3 },
    })
  })

  it('outlives silences, as long as there are not ten in a row', async () => {
    const nine = Array<Answer>(9).fill('silence')
    expect((await followed([...nine, running(1), ...nine, done])).end.ok).toBe(true)
    expect(await followed(['silence'])).toMatchObject({ end: { ok: false, message: null }, asked: 10 })
  })

  it('ends when it is refused', async () => {
    const refused = { ok: false, code: 'notFound', message: '見つかりません', fields: {}, reference: null } as const
    expect((await followed([refused])).end).toEqual(refused)
  })
})
