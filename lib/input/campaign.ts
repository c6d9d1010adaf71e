import { z } from 'zod'
import { UNSEEN } from './account'
import { DateText } from './date'

const CampaignName = z
  .string({ error: 'nameMissing' })
  .max(1000, { error: 'campaignNameLong' })
  .transform((text) => text.normalize('NFC').trim())
  .pipe(
    z
      .string()
      .min(1, { error: 'nameMissing' })
      .max(100, { error: 'campaignNameLong' })
      .refine((text) => !UNSEEN.test(text), { error: 'nameUnseen' }),
  )

/** What the database's integer holds. */
const MOST_ENTRIES = 2_147_483_647

const fields = {
  channelId: z.uuid({ error: 'channelMissing' }),
  name: CampaignName,
  startsOn: DateText,
  endsOn: DateText,
  /** In the currency's minor unit; null = none set, which is not 0. */
  budget: z.int({ error: 'numberNotWhole' }).min(0, { error: 'amountNegative' }).nullable(),
  plannedEntries: z
    .int({ error: 'numberNotWhole' })
    .min(0, { error: 'countNegative' })
    .max(MOST_ENTRIES, { error: 'countTooLarge' })
    .nullable(),
}

const isInOrder = ({ startsOn, endsOn }: { startsOn: string; endsOn: string }) => startsOn <= endsOn
const order = { error: 'endsBeforeStart', path: ['endsOn'] }

/** A new run of a channel. Messages are keys of `errors`. */
export const AddCampaignInput = z.strictObject({ teamId: z.uuid(), ...fields }).refine(isInOrder, order)
export type AddCampaignInput = z.input<typeof AddCampaignInput>

/** All that a campaign holds, as it shall be from now on. */
export const ChangeCampaignInput = z.strictObject({ campaignId: z.uuid(), ...fields }).refine(isInOrder, order)
export type ChangeCampaignInput = z.input<typeof ChangeCampaignInput>

export const CampaignId = z.strictObject({ campaignId: z.uuid() })
