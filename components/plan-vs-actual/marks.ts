import type { LandingOverride, Restatement } from '#lib/monthly-actual'
import type { CampaignRow, InYear, Ledger, LedgerRow } from '#lib/plan-vs-actual/ledger'
import type { Period } from '#lib/plan-vs-actual/period'
import type { TableRow } from './table-row'

type Place = Pick<LedgerRow, 'teamId' | 'line' | 'channelId' | 'metric'>

const isSamePlace = (a: Place, b: Place) =>
  a.teamId === b.teamId && a.line === b.line && a.channelId === b.channelId && a.metric === b.metric

const campaignOf = (row: LedgerRow | CampaignRow) => ('campaignId' in row ? row.campaignId : null)

/** Corrections of a row's closed months within a period, in time order; a channel's include its campaigns'. */
export function restatementsIn(row: TableRow, period: Period, ledger: Ledger): InYear<Restatement>[] {
  if (row.unit !== 'metric') return []
  const within = ({ monthIndex }: { monthIndex: number }) => monthIndex >= period.first && monthIndex <= period.last
  return ledger.restatements.filter(
    (each) =>
      within(each) &&
      row.rows.some((own) => {
        const campaign = campaignOf(own)
        return isSamePlace(own, each) && (campaign === null || campaign === each.campaignId)
      }),
  )
}

/** Months of a row's landing that somebody set by hand, within a period. */
export function overridesIn(row: TableRow, period: Period, ledger: Ledger): InYear<LandingOverride>[] {
  if (row.settable === null) return []
  return ledger.landingOverrides.filter(
    ({ line, monthIndex }) =>
      line === row.settable &&
      monthIndex > ledger.actualsThrough &&
      monthIndex >= period.first &&
      monthIndex <= period.last,
  )
}

/** Whether a cell has a corner mark: its figure was corrected after closing, or set by hand. Sums have none. */
export function isMarked(row: TableRow, line: string, period: Period, ledger: Ledger): boolean {
  if (period.kind !== 'month') return false
  if (line === 'actual') return restatementsIn(row, period, ledger).length > 0
  return line === 'landing' && overridesIn(row, period, ledger).length > 0
}
