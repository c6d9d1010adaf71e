'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { MOST_BYTES } from '#lib/import/limits'
import type { FileReading } from '#lib/import/mapping'
import type { ImportKind } from '#lib/records/import'
import type { Result } from '#lib/result'
import { followedJob } from './followed-job'
import type { ImportProps, Step } from './import-props'
import { type ImportState, START } from './import-state'
import type { JobProgress, JobValue } from './job'
import { proposedValues } from './proposed-values'
import { useSentFile } from './use-sent-file'

/** The steps of an import, and what leads from one to the next. */
export function useImport({ own, verbs }: ImportProps) {
  const t = useTranslations('data')
  const [state, setState] = useState<ImportState>(START)
  const change = (changes: Partial<ImportState>) => setState((now) => ({ ...now, ...changes }))
  const fail = (error: string) => change({ error, isBusy: false, uploading: null, job: null })
  const lost = { upload: 'file.lost', question: 'job.lost' } as const
  const sent = useSentFile({
    uploading: (share) => change(share === 0 ? { uploading: 0, error: null } : { uploading: share }),
    busy: (isBusy) => change(isBusy ? { isBusy, error: null } : { isBusy }),
    failed: (what, message) => fail(message ?? t(lost[what])),
    stopped: () => setState(START),
  })

  async function choose(file: File) {
    if (file.size > MOST_BYTES) return fail(t('file.tooLarge', { size: `${Math.ceil(file.size / 1_000_000)}MB` }))
    if (file.size === 0) return fail(t('file.empty'))
    setState({ ...START, file })
    if (await sent.send(file)) await look(file, null, {})
  }

  /** Looks at the file again, in another way. */
  async function look(file: File, kind: ImportKind | null, reading: Partial<FileReading>) {
    const looked = await sent.ask(file, (fileId) => verbs.inspect({ fileId, fileName: file.name, kind, reading }))
    if (!looked) return
    const { inspection, proposal } = looked
    change({ ...proposal, inspection, step: 'reading', found: null, check: null })
  }

  const lookAgain = (kind: ImportKind | null, reading: Partial<FileReading>) => {
    if (state.file) return look(state.file, kind, reading)
  }

  /** Follows a job to its end. */
  async function follow(kind: JobValue['kind'], start: (fileId: string) => Promise<Result<string>>) {
    const jobId = state.file && (await sent.ask(state.file, start))
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
    fileId: sent.id,
    choose,
    lookAgain,
    findValues,
    checkAll,
    run,
    change,
    stop: sent.stop,
    go: (step: Step) => change({ step, error: null }),
    startOver: () => setState(START),
  }
}

export type ImportSteps = ReturnType<typeof useImport>
