import { z } from 'zod'
import { DEFAULT_HALF_LIFE, DEFAULT_LOOKBACK, LONGEST_LOOKBACK } from './rules'

/** A whole: weights are hundredths of a percent. */
export const WHOLE = 10_000
/** Ten years: a longer half-life than any journey is long. */
export const LONGEST_HALF_LIFE = 3650

const weight = () => z.int({ error: 'invalid' }).min(0, { error: 'invalid' }).max(WHOLE, { error: 'invalid' })

/** Own weights of the milestones; they add up to 100 %. */
export const CustomWeights = z
  .strictObject({
    ...{ first: weight(), leadCreation: weight(), opportunityCreation: weight(), last: weight(), middle: weight() },
  })
  .refine((weights) => Object.values(weights).reduce((sum, each) => sum + each, 0) === WHOLE, {
    error: 'weightsNotWhole',
  })

export const LookbackDays = z
  .int({ error: 'invalid' })
  .min(1, { error: 'invalid' })
  .max(LONGEST_LOOKBACK, { error: 'invalid' })
export const HalfLifeDays = z
  .int({ error: 'invalid' })
  .min(1, { error: 'invalid' })
  .max(LONGEST_HALF_LIFE, { error: 'invalid' })

/** Rules as an organisation keeps them: all that its figures stand by, so that they can be computed again. */
export const KeptRules = z.strictObject({
  lookbackDays: LookbackDays,
  level: z.enum(['account', 'person']),
  /** As it counts. */
  halfLifeDays: HalfLifeDays,
  /** Measured: the median days from lead to won, of so many deals; null: chosen by hand. 0 deals: the usual one. */
  halfLifeOf: z.int().nullable(),
  custom: CustomWeights,
  /** Ids of the direct channels, in order. */
  direct: z.array(z.uuid()),
})
export type KeptRules = z.output<typeof KeptRules>

/** Rules of an organisation that never chose any. */
export const USUAL_RULES: KeptRules = {
  lookbackDays: DEFAULT_LOOKBACK,
  level: 'account',
  halfLifeDays: DEFAULT_HALF_LIFE,
  halfLifeOf: 0,
  custom: { first: 3000, leadCreation: 3000, opportunityCreation: 3000, last: 0, middle: 1000 },
  direct: [],
}
