import { z } from 'zod'
import { AccountRef, EmailHmac, ExternalId, Identity, Moment, recordText, SourceAt } from './fields'

/** A field that is left out keeps its value; null clears it. */
const fields = {
  teamId: z.uuid(),
  /** Channel of the source: later stages and revenue stay with it. */
  channelId: z.uuid(),
  campaignId: z.uuid().nullish(),
  account: AccountRef.nullish(),
  emailHmac: EmailHmac.nullish(),
  /** When the lead reached a stage, by the stage's key: 'lead', 'mql' and the organisation's own before the opportunity. */
  stages: z.record(z.string().min(1).max(60), Moment.nullable()).optional(),
  /** Handover: passed to sales, first worked, returned with a reason. */
  passedAt: Moment.nullish(),
  workedAt: Moment.nullish(),
  returnedAt: Moment.nullish(),
  returnReason: recordText(500).optional(),
  sourceAt: SourceAt,
}

/** A lead as an import hands it to the command. */
export const LeadRow = z.strictObject({ identity: Identity, ...fields })
export type LeadRow = z.output<typeof LeadRow>

/** A lead as the HTTP API takes it. */
export const LeadItem = z.strictObject({ externalId: ExternalId.nullish(), ...fields })
