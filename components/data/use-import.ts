'use client'

import { useTranslations } from 'next-intl'
import { useRef, useState } from 'react'
import type { Check, FoundValues, Inspection } from '#lib/import/inspection'
import { MOST_BYTES } from '#lib/import/limits'
import type { FileReading, ImportMapping } from '#lib/import/mapping'
import type { ImportKind } from '#lib/records/import'
import type { Result } from '#lib/result'
import { followedJob } from './followed-job'
import type { ImportProps, Step } from './import-props'
import type { JobProgress, JobValue, Outcome } from './job'
import { proposedValues } from './proposed-values'
import { upload } from './upload'

/** Where an import stands. What a step needs is there once the steps before it are done. */
export type ImportState = {
  readonly step: Step
  readonly file: File | null
  /** Share of the file that has gone up; null when none is going. */
  readonly uploading: number | null
  readonly inspection: Inspection | null
  readonly mapping: ImportMapping | null
  readonly isRemembered: boolean
  /** Fields whose style the person must choose. */
  readonly uncertain: readonly string[]
  readonly found: FoundValues | null
  readonly check: Check | null
  readonly outcome: Outcome | null
  /** Long work that is under way, and how far it is. */
  readonly job: { readonly kind: JobValue['kind']; readonly progress: JobProgress | null } | null
  readonly isBusy: boolean
  readonly error: string | null
}

const START: ImportState = {
  ...{ step: 'file', file: null, uploading: null, inspection: null, mapping: null },
  ...{ isRemembered: false, uncertain: [], found: null, check: null, outcome: null },
  ...{ job: null, isBusy: false, error: null },
}

/** The steps of an import, and what leads from one to the next. */
export function useImport({ own, verbs }: ImportProps) {
  const t = useTranslations('data')
  const [state, setState] = useState<ImportState>(START)
  const stopped = useRef(new AbortController())
  /** The file as it lies on the server: at once, while the state comes with the next drawing. */
  const sent = useRef('')
  const change = (changes: Partial<ImportState>) => setState((now) => ({ ...now, ...changes }))
  const fail = (error: string) => change({ error, isBusy: false, uploading: null, job: null })

  async function send(file: File): Promise<boolean> {
    stopped.current = new AbortController()
    const { signal } = stopped.current
    change({ uploading: 0, error: null })
    const answer = await upload(file, (share) => change({ uploading: share }), signal)
    change({ uploading: null })
    if ('fileId' in answer) {
      sent.current = answer.fileId
      return true
    }
    if (signal.aborted) setState(START)
    else fail(answer.refusal ?? t('file.lost'))
    return false
  }

  /** Asks about the file; when the server has forgotten it, the browser still has it and sends it again. */
  async function ask<T>(file: File, question: (fileId: string) => Promise<Result<T>>): Promise<T | null> {
    change({ isBusy: true, error: null })
    const first = await question(sent.current).catch(() => null)
    const isGone = first?.ok === false && first.code === 'notFound'
    if (isGone && !(await send(file))) return null
    const result = isGone ? await question(sent.current).catch(() => null) : first
    change({ isBusy: false })
    if (result?.ok) return result.value
    fail(result?.message ?? t('job.lost'))
    return null
  }

  async function choose(file: File) {
    if (file.size > MOST_BYTES) return fail(t('file.tooLarge', { size: `${Math.ceil(file.size / 1_000_000)}MB` }))
    if (file.size === 0) return fail(t('file.empty'))
    setState({ ...START, file })
    if (await send(file)) await look(file, null, {})
  }

  /** Looks at the file again, in another way. */
  async function look(file: File, kind: ImportKind | null, reading: Partial<FileReading>) {
    const looked = await ask(file, (fileId) => verbs.inspect({ fileId, fileName: file.name, kind, reading }))
    if (!looked) return
    const { inspection, proposal } = looked
    change({ ...proposal, inspection, step: 'reading', found: null, check: null })
  }

  const lookAgain = (kind: ImportKind | null, reading: Partial<FileReading>) => {
    if (state.file) return look(state.file, kind, reading)
  }

  /** Follows a job to its end. */
  async function follow(kind: JobValue['kind'], start: (fileId: string) => Promise<Result<string>>) {
    const jobId = state.file && (await ask(state.file, start))
    if (jobId === null) return null
    const told = (progress: JobProgress | null) => change({ job: { kind, progress } })
    told(null)
    const end = await followedJob(() => verbs.job({ jobId }), told)
    if (!end.ok) return fail(end.message ?? t('job.lost'))
    change({ job: null })
    return end.value
  }

  async function findValues() {
    const { mapping } = state
    if (!mapping) return
    const done = await follow('values', (fileId) => verbs.findValues({ fileId, mapping }))
    if (done?.kind !== 'values') return
    const { found } = done
    change({ found, mapping: { ...mapping, values: proposedValues(mapping, found, own) }, step: 'values' })
  }

  async function checkAll() {
    const { mapping } = state
    if (!mapping) return
    const done = await follow('check', (fileId) => verbs.check({ fileId, mapping }))
    if (done?.kind === 'check') change({ check: done.check, step: 'check' })
  }

  async function run(mode: 'all' | 'good', reason: string | null) {
    const { mapping, file } = state
    if (!mapping || !file) return
    change({ step: 'run' })
    const done = await follow('run', (fileId) => verbs.run({ fileId, mapping, fileName: file.name, mode, reason }))
    if (done?.kind === 'run') change({ outcome: done.outcome, step: 'result' })
    else change({ step: 'check' })
  }

  return {
    state,
    fileId: () => sent.current,
    choose,
    lookAgain,
    findValues,
    checkAll,
    run,
    change,
    stop: () => stopped.current.abort(),
    go: (step: Step) => change({ step, error: null }),
    startOver: () => setState(START),
  }
}

export type ImportSteps = ReturnType<typeof useImport>
