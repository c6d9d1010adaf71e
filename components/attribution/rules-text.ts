import type { KeptRules } from '#lib/attribution/kept-rules'
import { MILESTONE_MODELS, MILESTONES, type MilestoneWeights, type Model } from '#lib/attribution/models'

/** Where weights stand in the table of models. */
export const PLACES = [...MILESTONES, 'middle'] as const

const FIXED: Readonly<Partial<Record<Model, MilestoneWeights>>> = MILESTONE_MODELS

/** Weights of the models that have any, in hundredths of a percent; the others are explained in words. */
export function weightsOf(model: Model, { custom }: Pick<KeptRules, 'custom'>): MilestoneWeights | null {
  return model === 'custom' ? custom : (FIXED[model] ?? null)
}

/** 22.5: hundredths of a percent as people write them. */
export function percentText(hundredths: number): string {
  return String(hundredths / 100)
}

/** 30-30-30-10: the weights of a model in their order, those that are 0 left out; '' where it has none. */
export function weightsText(model: Model, rules: Pick<KeptRules, 'custom'>): string {
  const weights = weightsOf(model, rules)
  if (weights === null) return ''
  return PLACES.map((place) => weights[place] ?? 0)
    .filter((weight) => weight > 0)
    .map(percentText)
    .join('-')
}
