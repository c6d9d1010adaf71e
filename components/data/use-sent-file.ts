import { useRef } from 'react'
import type { Result } from '#lib/result'
import { upload } from './upload'

/** What is told while a file goes up or is asked about. */
type Told = {
  /** Share of the file that has gone up; null: it is no longer going. */
  uploading(share: number | null): void
  busy(isBusy: boolean): void
  /** A sentence of the server; null: it said nothing. */
  failed(what: 'upload' | 'question', message: string | null): void
  stopped(): void
}

/** The file of an import as it lies on the server, by an id that is known at once and not with the next drawing. */
export function useSentFile(told: Told) {
  const stopped = useRef(new AbortController())
  const sent = useRef('')

  async function send(file: File): Promise<boolean> {
    stopped.current = new AbortController()
    const { signal } = stopped.current
    told.uploading(0)
    const answer = await upload(file, told.uploading, signal)
    told.uploading(null)
    if ('fileId' in answer) {
      sent.current = answer.fileId
      return true
    }
    if (signal.aborted) told.stopped()
    else told.failed('upload', answer.refusal)
    return false
  }

  /** Asks about the file; when the server has forgotten it, the browser still has it and sends it again. */
  async function ask<T>(file: File, question: (fileId: string) => Promise<Result<T>>): Promise<T | null> {
    told.busy(true)
    const first = await question(sent.current).catch(() => null)
    const isGone = first?.ok === false && first.code === 'notFound'
    if (isGone && !(await send(file))) return null
    const result = isGone ? await question(sent.current).catch(() => null) : first
    told.busy(false)
    if (result?.ok) return result.value
    told.failed('question', result?.message ?? null)
    return null
  }

  return { id: () => sent.current, send, ask, stop: () => stopped.current.abort() }
}
