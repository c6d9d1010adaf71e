import { z } from 'zod'
import { DateText } from '#lib/input/date'
import { AccountRef, Amount, EmailHmac, ExternalId, Identity, RequiredText, recordText, SourceAt } from './fields'

export const OPPORTUNITY_STATES = ['open', 'won', 'lost'] as const
export type OpportunityState = (typeof OPPORTUNITY_STATES)[number]

/** ヨミ: sales' confidence. Its probability is calibrated from history. */
export const FORECAST_CATEGORIES = ['A', 'B', 'C'] as const
export type ForecastCategory = (typeof FORECAST_CATEGORIES)[number]

/** A field that is left out keeps its value; null clears it. Days are of the organisation's calendar. */
const fields = {
  teamId: z.uuid(),
  name: RequiredText,
  account: AccountRef.nullish(),
  /** The lead that it came from: by the source's id of the lead, else the earliest lead with the address. */
  leadExternalId: ExternalId.nullish(),
  emailHmac: EmailHmac.nullish(),
  /** Lead source; left blank, the lead's channel counts, else the channel of the account's first touch. */
  channelId: z.uuid().nullish(),
  campaignId: z.uuid().nullish(),
  /** Without tax, in the currency's minor unit; null = not filled, which is not 0. */
  amount: Amount.nullish(),
  /** The CRM's own stage. */
  stage: recordText(100).optional(),
  stageSince: DateText.nullish(),
  state: z.enum(OPPORTUNITY_STATES),
  createdOn: DateText,
  expectedCloseOn: DateText.nullish(),
  closedOn: DateText.nullish(),
  owner: recordText(100).optional(),
  forecastCategory: z.enum(FORECAST_CATEGORIES).nullish(),
  /** New business; null: new unless the account has won before. */
  isNew: z.boolean().nullish(),
  lossReason: recordText(500).optional(),
  sourceAt: SourceAt,
}

/** An opportunity as an import hands it to the command. */
export const OpportunityRow = z.strictObject({ identity: Identity, ...fields })
export type OpportunityRow = z.output<typeof OpportunityRow>

/** An opportunity as the HTTP API takes it. */
export const OpportunityItem = z.strictObject({ externalId: ExternalId.nullish(), ...fields })
