import { z } from 'zod'
import { LANDING_LINES } from '#lib/monthly-actual'
import { MonthText } from './date'
import { Reason } from './reason'

/** What is expected of a coming month, with the reason; amount null = its plan again. Messages are keys of `errors`. */
export const SetLandingOverrideInput = z
  .strictObject({
    teamId: z.uuid(),
    month: MonthText,
    line: z.enum(LANDING_LINES),
    /** In the currency's minor unit. */
    amount: z.int({ error: 'numberNotWhole' }).min(0, { error: 'amountNegative' }).nullable(),
    reason: Reason,
  })
  .refine(({ amount, reason }) => amount === null || reason !== null, { error: 'reasonMissing', path: ['reason'] })
export type SetLandingOverrideInput = z.input<typeof SetLandingOverrideInput>
