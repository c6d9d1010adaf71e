import { z } from 'zod'
import { CustomWeights, HalfLifeDays, LookbackDays, WHOLE } from '#lib/attribution/kept-rules'
import { MODELS } from '#lib/attribution/models'

/** In hundredths of a percent; null: not entered. */
const Margin = z.int({ error: 'invalid' }).min(0, { error: 'invalid' }).max(WHOLE, { error: 'invalid' }).nullable()

/** By which rules an organisation credits its deals, and what its revenue is worth. */
export const SaveAttributionRulesInput = z.strictObject({
  lookbackDays: LookbackDays,
  level: z.enum(['account', 'person']),
  /** Null: the organisation's own median from lead to won. */
  halfLifeDays: HalfLifeDays.nullable(),
  custom: CustomWeights,
  defaultModel: z.enum(MODELS),
  grossMargin: Margin,
})
export type SaveAttributionRulesInput = z.input<typeof SaveAttributionRulesInput>

/** What a channel is to attribution. */
export const ChangeChannelCreditInput = z.strictObject({
  channelId: z.uuid(),
  /** People who came by themselves. */
  isDirect: z.boolean(),
  /** Null: the organisation's. */
  grossMargin: Margin,
})
export type ChangeChannelCreditInput = z.input<typeof ChangeChannelCreditInput>
