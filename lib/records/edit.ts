import { z } from 'zod'
import { DateText } from '#lib/input/date'
import { Amount, Moment, RequiredText, recordText } from './fields'
import { FORECAST_CATEGORIES, OPPORTUNITY_STATES } from './opportunity'

/** The fields of an opportunity that people change, as they stood when the form was opened. */
export const SeenDeal = z.strictObject({
  channelId: z.uuid().nullable(),
  amount: z.number().nullable(),
  stage: z.string().nullable(),
  state: z.enum(OPPORTUNITY_STATES),
  expectedCloseOn: z.string().nullable(),
  closedOn: z.string().nullable(),
  owner: z.string().nullable(),
  forecastCategory: z.enum(FORECAST_CATEGORIES).nullable(),
  isNew: z.boolean().nullable(),
  lossReason: z.string().nullable(),
})
export type SeenDeal = z.output<typeof SeenDeal>

/** The handover of a lead as it stood when the form was opened; days of the organisation's calendar. */
export const SeenHandover = z.strictObject({
  passedAt: z.string().nullable(),
  workedAt: z.string().nullable(),
  returnedAt: z.string().nullable(),
  returnReason: z.string().nullable(),
})
export type SeenHandover = z.output<typeof SeenHandover>

/** Fields that somebody else changed since the form was opened: nothing was saved. */
export type EditConflict<Seen> = {
  /** The fields in dispute, as they stand now. */
  readonly theirs: Partial<Seen>
  /** Who changed the record last, by hand or by an import, and when (ISO 8601); null: a system did. */
  readonly by: string | null
  readonly at: string | null
}

/** What became of an edit. */
export type SavedEdit<Seen> = { readonly conflict: EditConflict<Seen> | null }

/** What people change of an opportunity by hand; a field that is left out keeps its value. */
export const SaveOpportunityInput = z.strictObject({
  opportunityId: z.uuid(),
  /** Without it, the change is made whatever stands. */
  seen: SeenDeal.optional(),
  name: RequiredText.optional(),
  channelId: z.uuid().nullish(),
  campaignId: z.uuid().nullish(),
  amount: Amount.nullish(),
  stage: recordText(100).optional(),
  stageSince: DateText.nullish(),
  state: z.enum(OPPORTUNITY_STATES).optional(),
  createdOn: DateText.optional(),
  expectedCloseOn: DateText.nullish(),
  closedOn: DateText.nullish(),
  owner: recordText(100).optional(),
  forecastCategory: z.enum(FORECAST_CATEGORIES).nullish(),
  isNew: z.boolean().nullish(),
  lossReason: recordText(500).optional(),
})

/** The same from a form: it says what it showed, so that nobody's later save wins in silence. */
export const EditOpportunityInput = SaveOpportunityInput.required({ seen: true })

/** The handover of a lead: passed to sales, first worked, returned with a reason. */
export const SaveHandoverInput = z.strictObject({
  leadId: z.uuid(),
  /** Without it, the change is made whatever stands. */
  seen: SeenHandover.optional(),
  passedAt: Moment.nullish(),
  workedAt: Moment.nullish(),
  returnedAt: Moment.nullish(),
  returnReason: recordText(500).optional(),
})

/** The same from a form, as of an opportunity. */
export const EditHandoverInput = SaveHandoverInput.required({ seen: true })
