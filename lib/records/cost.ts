import { z } from 'zod'
import { MonthText } from '#lib/input/date'
import { Amount, ExternalId, Identity, SourceAt } from './fields'

const fields = {
  teamId: z.uuid(),
  channelId: z.uuid(),
  campaignId: z.uuid().nullish(),
  month: MonthText,
  /** Spent, without tax, in the currency's minor unit. */
  amount: Amount,
  sourceAt: SourceAt,
}

/** What a channel or a campaign cost in a month, as an import hands it to the command. */
export const CostRow = z.strictObject({ identity: Identity, ...fields })
export type CostRow = z.output<typeof CostRow>

/** A cost as the HTTP API takes it. */
export const CostItem = z.strictObject({ externalId: ExternalId.nullish(), ...fields })
