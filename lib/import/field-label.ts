import { stageName } from '#lib/metrics'
import type { Stage } from '#lib/organisation'
import type { ImportKind } from '#lib/records/import'

type Words = (key: string, values?: Record<string, string>) => string

/** What a field of an import is called; stages bear the organisation's own names. `t` is of the namespace `data`. */
export function fieldLabel(t: Words, kind: ImportKind, key: string, stages: readonly Stage[], locale: 'ja' | 'en') {
  const [family, own] = key.split(':')
  const stage = stages.find((each) => each.key === own)
  if (family === 'reached') return t('fields.reached', { stage: stage ? stageName(stage, locale) : (own ?? '') })
  if (family === 'metric') return stage ? stageName(stage, locale) : t(`fields.${own}`)
  return t(`fields.${kind === 'costs' && key === 'amount' ? 'cost' : key}`)
}
