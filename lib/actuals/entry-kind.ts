import type { ByMonth } from '#lib/plan-vs-actual/ledger'
import { isCounted } from './counted'
import type { GridRow, GridSection } from './grid'
import { type GridValues, valueAt } from './values'

/** How a channel's month is entered: its own cells, or those of its campaigns; never both. Null: nothing entered yet. */
export type EntryKind = 'direct' | 'campaigns'

/** By channel id, from the year's first month. */
export type EntryKinds = ReadonlyMap<string, readonly (EntryKind | null)[]>

const MONTHS = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11] as const

/**
 * One figure is enough: the other kind is closed for all metrics of that channel and month, as the server has it. What
 * lies below a cell that is counted from records decides nothing.
 */
export function entryKinds(sections: readonly GridSection[], values: GridValues): EntryKinds {
  const isEntered = (rows: readonly GridRow[], month: number) =>
    rows.some((row) => !isCounted(row, month) && valueAt(values, row.key, month) !== null)
  return new Map(
    sections.flatMap(({ channel, rows, campaigns }) => {
      if (channel === null || campaigns.length === 0) return []
      const ofCampaigns = campaigns.flatMap((campaign) => campaign.rows)
      const kind = (month: number): EntryKind | null => {
        if (isEntered(ofCampaigns, month)) return 'campaigns'
        return isEntered(rows, month) ? 'direct' : null
      }
      return [[channel.id, MONTHS.map(kind)] as const]
    }),
  )
}

/** Why a cell takes no figure: its channel's month is entered the other way, or the cell is counted from records. */
export type Lock = 'byCampaign' | 'byChannel' | 'counted'

const LOCKS: ReadonlySet<string> = new Set<Lock>(['byCampaign', 'byChannel', 'counted'])

export function isLock(why: string): why is Lock {
  return LOCKS.has(why)
}

/** Between the two ways of entry a cell that holds a figure of its own is never locked: it can be blanked. */
export function lockOf(row: GridRow, month: number, kinds: EntryKinds, values: GridValues): Lock | null {
  if (isCounted(row, month)) return 'counted'
  if (row.channelId === null || valueAt(values, row.key, month) !== null) return null
  const kind = kinds.get(row.channelId)?.[month] ?? null
  if (row.campaignId === null) return kind === 'campaigns' ? 'byCampaign' : null
  return kind === 'direct' ? 'byChannel' : null
}

/**
 * What the cells show: what is counted from records, else a channel's own figure, else the sum of its campaigns. Rows
 * that have neither records nor campaigns keep their identity.
 */
export function shownValues(sections: readonly GridSection[], values: GridValues): GridValues {
  const shown: Record<string, ByMonth> = {}
  for (const { rows, campaigns } of sections) {
    const ofCampaigns = campaigns.flatMap((campaign) => campaign.rows)
    for (const row of [...rows, ...ofCampaigns]) {
      const isSum = row.campaignId === null && campaigns.length > 0
      const parts = isSum ? ofCampaigns.filter(({ metric }) => metric === row.metric) : []
      if (isSum || row.counted !== null) shown[row.key] = MONTHS.map((month) => shownAt(values, row, parts, month))
    }
  }
  return { ...values, ...shown }
}

function shownAt(values: GridValues, row: GridRow, parts: readonly GridRow[], month: number): number | null {
  if (isCounted(row, month)) return row.counted?.figures[month] ?? null
  return valueAt(values, row.key, month) ?? sumAt(values, parts, month)
}

function sumAt(values: GridValues, rows: readonly GridRow[], month: number): number | null {
  const entered = rows.map((row) => valueAt(values, row.key, month)).filter((value) => value !== null)
  return entered.length === 0 ? null : entered.reduce((sum, value) => sum + value, 0)
}
