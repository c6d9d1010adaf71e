import { LANDING_CASES, type Landing, landingOf } from '#lib/forecast/landing'
import { type Ledger, MONTHS } from '#lib/plan-vs-actual/ledger'
import type { Section } from '#lib/plan-vs-actual/sections'

/** The landing that stands in table and chart: observed rates, the plan's pace. */
export function headlineLanding(ledger: Ledger): Landing {
  return landingOf(ledger, LANDING_CASES.observed)
}

/** Where a block lands, by month and unrounded; null where nothing is forecast, which is all but revenue and won deals. */
export function sectionLanding(ledger: Ledger, key: Section['key']): readonly number[] | null {
  if (ledger.runs.length === 0 && !ledger.rows.some((row) => row.line === 'existing' || row.line === 'salesSourced'))
    return null
  const landing = headlineLanding(ledger)
  switch (key) {
    case 'revenue':
      return landing.byMonth
    case 'existing':
      return landing.existingByMonth
    case 'salesSourced':
      return landing.salesSourcedByMonth
    case 'marketing':
      return landing.marketingByMonth
    case 'won':
      return summed(landing.channels.map((channel) => channel.won))
    default:
      return null
  }
}

/** Where a channel's revenue lands, over its teams; null without a landing of its own. */
export function channelLandingOf(ledger: Ledger, channelId: string | null): readonly number[] | null {
  const own = headlineLanding(ledger).channels.filter((channel) => channel.channelId === channelId)
  return own.length === 0 ? null : summed(own.map((channel) => channel.revenueByMonth))
}

function summed(lists: readonly (readonly number[])[]): number[] {
  return MONTHS.map((month) => lists.reduce((sum, list) => sum + (list[month] ?? 0), 0))
}
