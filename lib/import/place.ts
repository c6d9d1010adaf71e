import type { RowCells } from './row-cells'

/** Longest id of another system, and longest name. */
export const EXTERNAL_ID = 200
export const NAME = 200

/** A field without a column stays what it is (undefined), a blank cell clears it (null). */
export function ifMapped<T>(cells: RowCells, field: string, read: () => T): T | undefined {
  return cells.has(field) ? read() : undefined
}

export function accountOf(cells: RowCells) {
  if (!cells.has('accountId') && !cells.has('accountName')) return undefined
  const externalId = cells.text('accountId', EXTERNAL_ID)
  const name = cells.text('accountName', NAME)
  if (externalId === null && name === null) return null
  return { ...(externalId === null ? {} : { externalId }), ...(name === null ? {} : { name }) }
}

export function teamOf(cells: RowCells): string {
  return (cells.has('team') ? cells.choice('team') : null) ?? cells.mapping.fallback.teamId
}

/** Of the row's value, else the one that was chosen for the whole file. */
export function channelOf(cells: RowCells): string | null {
  return cells.has('channel') ? cells.choice('channel') : cells.mapping.fallback.channelId
}

/** A channel that must be there. '' stands for none: then the row has a fault, or is left out. */
export function neededChannel(cells: RowCells): string {
  const channelId = channelOf(cells)
  if (channelId === null && !cells.isSkipped) cells.require('channel')
  return channelId ?? ''
}

type Place = { readonly teamId: string | null; readonly channelId: string | null | undefined }

/** A campaign belongs to one team and one channel: a row of another place is taken without it, and told. */
export function campaignOf(cells: RowCells, { teamId, channelId }: Place): string | null | undefined {
  const chosen = ifMapped(cells, 'campaign', () => cells.choice('campaign'))
  if (typeof chosen !== 'string') return chosen
  const own = cells.context.campaigns.get(chosen)
  if (own && own.channelId === channelId && (teamId === null || own.teamId === teamId)) return chosen
  cells.flag('campaignElsewhere')
  return null
}

export function sourceAtOf(cells: RowCells): string | null | undefined {
  return ifMapped(cells, 'sourceAt', () => cells.moment('sourceAt')?.instant ?? null)
}
