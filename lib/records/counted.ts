import { z } from 'zod'
import { MonthText } from '#lib/input/date'
import { LINES } from '#lib/monthly-actual'

/** A metric of a channel ('lead', 'won', 'revenue', 'cost'), or the revenue of 既存 or 営業独自. */
export const CountFromInput = z
  .strictObject({
    teamId: z.uuid(),
    line: z.enum(LINES),
    channelId: z.uuid().nullable(),
    metric: z.string().min(1).max(60),
    /** Counted from records from this month on, by hand before it; null = always by hand. */
    month: MonthText.nullable(),
  })
  .refine(({ line, channelId }) => (line === 'channel') === (channelId !== null), {
    error: 'invalid',
    path: ['channelId'],
  })
  .refine(({ line, metric }) => line === 'channel' || metric === 'revenue', { error: 'invalid', path: ['metric'] })
export type CountFromInput = z.input<typeof CountFromInput>
