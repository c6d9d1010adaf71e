import type { Comparison } from '#lib/plan-vs-actual/compared'
import type { CampaignRow, Ledger, LedgerMetric } from '#lib/plan-vs-actual/ledger'
import { comparedIn, type Period } from '#lib/plan-vs-actual/period'
import { type RowContext, remembered } from './row-context'
import type { TableRow } from './table-row'

/** The campaigns of a channel that have planned or brought something of a metric, in the order of their dates. */
export function campaignParts(
  under: string,
  channelId: string | null,
  metric: LedgerMetric,
  { ledger, mode }: RowContext,
): TableRow[] {
  const dated = [...ledger.campaigns].sort((a, b) => (a.startsOn < b.startsOn ? -1 : 1))
  return dated
    .filter((campaign) => campaign.channelId === channelId)
    .flatMap(({ id, name }): TableRow[] => {
      const rows = ledger.campaignRows.filter((row) => row.campaignId === id && row.metric === metric && says(row))
      if (rows.length === 0) return []
      const at = remembered((period) => campaignIn(rows, period, ledger, mode))
      const look = { unit: 'metric', metric, kind: 'campaign', colour: null, landing: null, settable: null } as const
      return [{ id: `${under}.${id}`, name, rows, at, parts: [], ...look }]
    })
}

const says = (row: CampaignRow) => [...row.plan, ...row.actual].some((value) => value !== null)

/**
 * A campaign is planned in the month in which it starts and brings something over months: its blank months are not
 * awaited, so that plan and actual stand beside each other without being judged.
 */
function campaignIn(
  rows: readonly CampaignRow[],
  period: Period,
  ledger: Ledger,
  mode: RowContext['mode'],
): Comparison {
  const compared = comparedIn(rows, period, ledger, mode)
  return { ...compared, partial: false, variance: null, attainment: null, verdict: null }
}
