import { conflict } from '#lib/errors'
import type { CellAddress } from '#lib/input/actuals'
import type { CountedFrom } from '#lib/records/counted-actuals'

/** Whether a team's cell is entered by hand; else it is counted from records, in its campaigns too. */
export function isByHand(cell: CellAddress, choices: readonly CountedFrom[]): boolean {
  return !choices.some(
    ({ line, channelId, metric, month }) =>
      line === cell.line && channelId === cell.channelId && metric === cell.metric && month <= cell.month,
  )
}

/** What is entered where records count would have no effect. @throws AppError 'conflict' (countedFromRecords) */
export function requireByHand(cells: readonly CellAddress[], choices: readonly CountedFrom[]): void {
  const counted = cells.find((cell) => !isByHand(cell, choices))
  if (counted) throw conflict('countedFromRecords', { month: counted.month })
}
