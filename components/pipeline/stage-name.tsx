import { useTranslations } from 'next-intl'
import type { PipelineFrame } from './pipeline-props'

type Words = ReturnType<typeof useTranslations<'pipeline'>>

/** A stage in the organisation's words, else in the interface's; a key that neither names stands for itself. */
export function stageName(stage: string, { stages }: Pick<PipelineFrame, 'stages'>, t: Words): string {
  const word = `stages.${stage}` as 'stages.lead'
  return stages.find(({ key }) => key === stage)?.name ?? (t.has(word) ? t(word) : stage)
}

export function StageName({ stage, frame }: { readonly stage: string; readonly frame: PipelineFrame }) {
  return stageName(stage, frame, useTranslations('pipeline'))
}
