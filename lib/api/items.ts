import { z } from 'zod'
import { ActualCell } from '#lib/input/actuals'
import { Reason } from '#lib/input/reason'
import { CostItem } from '#lib/records/cost'
import { ROW_STATUSES } from '#lib/records/import'
import { LeadItem } from '#lib/records/lead'
import { OpportunityItem } from '#lib/records/opportunity'
import { TouchItem } from '#lib/records/touch'

/** Items that one call may bring. */
export const MOST_ITEMS = 500

/** A cell of monthly actuals, with its team. */
export const ActualItem = ActualCell.and(z.object({ teamId: z.uuid() }))

/** What became of an item. `fault` says why it was refused, `fields` which of its fields are wrong. */
export const ItemResult = z.strictObject({
  index: z.int(),
  status: z.enum(ROW_STATUSES),
  fault: z.string().optional(),
  fields: z.record(z.string(), z.string()).optional(),
})
export type ItemResult = z.output<typeof ItemResult>

export const PushAnswer = z.strictObject({ results: z.array(ItemResult) })

export const ITEMS = { LeadItem, OpportunityItem, TouchItem, CostItem }

/** A call with items: each is read by itself, so that a wrong one refuses only itself. */
export const PushBody = z.strictObject({
  items: z.array(z.unknown()).min(1, { error: 'itemsMissing' }).max(MOST_ITEMS, { error: 'itemsTooMany' }),
})
export const PushActualsBody = PushBody.extend({
  /** Why figures of closed months are corrected. */
  reason: Reason.optional(),
})
