import { z } from 'zod'
import { AccountRef, EmailHmac, ExternalId, Identity, Moment, recordText, SourceAt } from './fields'

const fields = {
  channelId: z.uuid(),
  campaignId: z.uuid().nullish(),
  account: AccountRef.nullish(),
  /** The person: by the source's id of the lead, else the earliest lead with the address. */
  leadExternalId: ExternalId.nullish(),
  emailHmac: EmailHmac.nullish(),
  at: Moment,
  /** What happened, in the source's words: 'email click'. */
  kind: recordText(100).optional(),
  sourceAt: SourceAt,
}

/** One contact of a person or account with a campaign, as an import hands it to the command. */
export const TouchRow = z.strictObject({ identity: Identity, ...fields })
export type TouchRow = z.output<typeof TouchRow>

/** A touch as the HTTP API takes it. */
export const TouchItem = z.strictObject({ externalId: ExternalId.nullish(), ...fields })
