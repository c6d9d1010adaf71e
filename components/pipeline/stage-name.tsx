import { useTranslations } from 'next-intl'
import type { PipelineFrame } from './pipeline-props'

/** A stage in the organisation's words, else in the interface's. */
export function StageName({ stage, frame }: { readonly stage: string; readonly frame: PipelineFrame }) {
  const t = useTranslations('pipeline')
  const named = frame.stages.find(({ key }) => key === stage)?.name
  return named ?? (t.has(`stages.${stage}` as 'stages.lead') ? t(`stages.${stage}` as 'stages.lead') : stage)
}
