import { z } from 'zod'
import { DateText, MonthText } from './date'
import { RequiredReason } from './reason'

/** Close a team's months up to one that is over. `today` comes from the server, in the organisation's time zone. */
export const CloseMonthsInput = z.strictObject({ teamId: z.uuid(), through: MonthText, today: DateText })
export type CloseMonthsInput = z.input<typeof CloseMonthsInput>

/** Open the last closed month again. */
export const ReopenMonthInput = z.strictObject({ teamId: z.uuid(), month: MonthText, reason: RequiredReason })
export type ReopenMonthInput = z.input<typeof ReopenMonthInput>

/** An earlier 適用境界月 than the last month with actuals; null = that month again. */
export const ChooseActualsThroughInput = z.strictObject({
  teamId: z.uuid(),
  year: z.int().min(1900).max(2199),
  month: MonthText.nullable(),
})
export type ChooseActualsThroughInput = z.input<typeof ChooseActualsThroughInput>
