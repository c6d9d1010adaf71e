import { conflict } from '#lib/errors'
import { addressOf, type CellAddress } from '#lib/input/actuals'
import type { CellChange } from './cell-changes'

/**
 * A channel is entered directly or by campaign in a month, never both: its figures would count twice. Judged by what
 * would stand after the changes, so that one save may move a month from one way to the other.
 * @throws AppError 'conflict' (enteredByCampaign, enteredDirectly)
 */
export function requireOneWay(changes: readonly CellChange[], standing: readonly CellAddress[]): void {
  const after = new Map(standing.map((cell) => [addressOf(cell), cell]))
  for (const cell of changes) {
    if (cell.after === null) after.delete(addressOf(cell))
    else after.set(addressOf(cell), cell)
  }
  const ways = new Map<string, { direct: boolean; byCampaign: boolean }>()
  for (const cell of after.values()) {
    if (cell.channelId === null) continue
    const way = ways.get(channelMonth(cell)) ?? { direct: false, byCampaign: false }
    ways.set(channelMonth(cell), {
      direct: way.direct || cell.campaignId === null,
      byCampaign: way.byCampaign || cell.campaignId !== null,
    })
  }
  const both = changes.find((cell) => {
    const way = cell.after === null ? undefined : ways.get(channelMonth(cell))
    return way?.direct && way.byCampaign
  })
  if (both) throw conflict(both.campaignId === null ? 'enteredByCampaign' : 'enteredDirectly', { month: both.month })
}

const channelMonth = ({ month, channelId }: CellAddress) => `${month} ${channelId}`
