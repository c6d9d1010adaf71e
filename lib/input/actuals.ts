import { z } from 'zod'
import { LINES } from '#lib/monthly-actual'
import { MonthText } from './date'
import { Reason } from './reason'

/** One cell of the actuals grid. Messages are keys of `errors`. */
export const ActualCell = z
  .strictObject({
    month: MonthText,
    line: z.enum(LINES),
    channelId: z.uuid().nullable(),
    campaignId: z.uuid().nullable().default(null),
    /** A stage key, 'revenue' or 'cost'. */
    metric: z.string().min(1).max(60),
    /** A whole count, or money in the currency's minor unit; null = blank, which is not 0. */
    value: z.int({ error: 'numberNotWhole' }).nullable(),
    /** The version that was on the screen, null = it was blank there; left out = whatever stands there is overwritten. */
    version: z.int().nullable().optional(),
  })
  .refine((cell) => (cell.line === 'channel') === (cell.channelId !== null), { error: 'invalid', path: ['channelId'] })
  .refine((cell) => cell.campaignId === null || cell.line === 'channel', { error: 'invalid', path: ['campaignId'] })
  .refine((cell) => cell.line === 'channel' || cell.metric === 'revenue', { error: 'invalid', path: ['metric'] })
  .refine((cell) => cell.value === null || cell.value >= 0 || isMoney(cell.metric), {
    error: 'countNegative',
    path: ['value'],
  })
export type ActualCell = z.output<typeof ActualCell>

/** Corrections may take revenue and cost below 0; a count never is. */
function isMoney(metric: string): boolean {
  return metric === 'revenue' || metric === 'cost'
}

/** Where a cell stands within a team: two cells with the same address are the same cell. */
export type CellAddress = Pick<ActualCell, 'month' | 'line' | 'channelId' | 'campaignId' | 'metric'>

export function addressOf({ month, line, channelId, campaignId, metric }: CellAddress): string {
  return [month, line, channelId, campaignId, metric].join(' ')
}

export const SaveActualsInput = z.strictObject({
  teamId: z.uuid(),
  cells: z
    .array(ActualCell)
    .min(1)
    .max(5000)
    .refine((cells) => new Set(cells.map(addressOf)).size === cells.length, { error: 'cellTwice' }),
  /** Why closed months are corrected; cells of open months need none. */
  reason: Reason.default(null),
})
export type SaveActualsInput = z.input<typeof SaveActualsInput>
