import { z } from 'zod'
import { DateText } from '#lib/input/date'
import { Amount, Moment, RequiredText, recordText } from './fields'
import { FORECAST_CATEGORIES, OPPORTUNITY_STATES } from './opportunity'

/** What people change of an opportunity by hand; a field that is left out keeps its value. */
export const SaveOpportunityInput = z.strictObject({
  opportunityId: z.uuid(),
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

/** The handover of a lead: passed to sales, first worked, returned with a reason. */
export const SaveHandoverInput = z.strictObject({
  leadId: z.uuid(),
  passedAt: Moment.nullish(),
  workedAt: Moment.nullish(),
  returnedAt: Moment.nullish(),
  returnReason: recordText(500).optional(),
})
