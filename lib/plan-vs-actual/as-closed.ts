import type { Restatement } from '#lib/monthly-actual'
import { sumOf } from '#lib/ratio'
import { type ByMonth, type CampaignRow, type InYear, type Ledger, type LedgerRow, MONTHS } from './ledger'

type Restated = InYear<Restatement>

const known = new WeakMap<Ledger, Ledger>()

/**
 * 締め時点: the ledger with every restated cell of a closed month as it was when the month was closed; all figures follow
 * from it. The same object when nothing has been restated, and the same answer each time, so that screens may keep it.
 */
export function asClosed(ledger: Ledger): Ledger {
  if (ledger.restatements.length === 0) return ledger
  const found = known.get(ledger) ?? computed(ledger)
  known.set(ledger, found)
  return found
}

function computed(ledger: Ledger): Ledger {
  const first = firstPerCell(ledger.restatements)
  const present = withPlaces(ledger)
  const campaignRows = present.campaignRows.map((row) =>
    withCells(row, (month) => frozenIn(first, row, row.campaignId, month)),
  )
  const rows = present.rows.map((row) => {
    const own = (each: CampaignRow) => isSamePlace(each, row)
    const [now, frozen] = [present.campaignRows.filter(own), campaignRows.filter(own)]
    return withCells(row, (month) => {
      const direct = frozenIn(first, row, null, month)
      const isRestated = now.some((part) => frozenIn(first, part, part.campaignId, month) !== undefined)
      if (direct === undefined && !isRestated) return undefined
      const entered = direct === undefined ? directIn(row, now, month) : direct
      return sumOf([entered, ...frozen.map((part) => part.actual[month] ?? null)])
    })
  })
  return { ...ledger, rows, campaignRows }
}

/** The ledger with a row for each restated cell: one that was taken back may have left none. */
function withPlaces(ledger: Ledger): Pick<Ledger, 'rows' | 'campaignRows'> {
  const blank: ByMonth = MONTHS.map(() => null)
  const rows = [...ledger.rows]
  const campaignRows = [...ledger.campaignRows]
  for (const { teamId, line, channelId, metric, campaignId } of ledger.restatements) {
    const row = { teamId, line, channelId, metric, plan: blank, actual: blank, lastYear: blank }
    if (!rows.some((each) => isSamePlace(each, row))) rows.push(row)
    const isKnown = campaignRows.some((each) => each.campaignId === campaignId && isSamePlace(each, row))
    if (campaignId !== null && !isKnown) campaignRows.push({ ...row, campaignId })
  }
  return { rows, campaignRows }
}

/** The first correction of each cell holds what stood there when the month was closed. */
function firstPerCell(restatements: readonly Restated[]): ReadonlyMap<string, Restated> {
  const first = new Map<string, Restated>()
  for (const each of restatements) {
    const key = keyOf(each, each.campaignId, each.monthIndex)
    if (!first.has(key)) first.set(key, each)
  }
  return first
}

type Place = Pick<LedgerRow, 'teamId' | 'channelId' | 'metric'> & { readonly line: string }

function keyOf({ teamId, line, channelId, metric }: Place, campaignId: string | null, month: number): string {
  return [teamId, line, channelId, metric, campaignId, month].join(' ')
}

function isSamePlace(a: Place, b: Place): boolean {
  return keyOf(a, null, 0) === keyOf(b, null, 0)
}

/** What a cell was when closed; undefined when it was not restated. */
function frozenIn(first: ReadonlyMap<string, Restated>, place: Place, campaignId: string | null, month: number) {
  return first.get(keyOf(place, campaignId, month))?.before
}

/** What of a channel's month was entered directly: nothing, as soon as one of its campaigns has an entry. */
function directIn(row: LedgerRow, campaigns: readonly CampaignRow[], month: number): number | null {
  const byCampaign = campaigns.some((campaign) => (campaign.actual[month] ?? null) !== null)
  return byCampaign ? null : (row.actual[month] ?? null)
}

/** The row with those cells replaced for which there is another value. */
function withCells<T extends LedgerRow>(row: T, value: (month: number) => number | null | undefined): T {
  const actual: ByMonth = row.actual.map((now, month) => {
    const then = value(month)
    return then === undefined ? now : then
  })
  return { ...row, actual }
}
