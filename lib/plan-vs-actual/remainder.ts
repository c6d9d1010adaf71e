import type { PlanFigures } from '#lib/funnel/plan'
import { type ByMonth, MONTHS } from './ledger'
import type { LedgerSheet } from './ledger-sheet'

/** Month by month, the company's amount less what the teams' plans hold of it. */
function remainder(whole: ByMonth, parts: readonly ByMonth[]): number[] {
  return MONTHS.map((m) => parts.reduce((left, part) => left - (part[m] ?? 0), whole[m] ?? 0))
}

/**
 * What the company's plan holds beyond its teams' (DOMAIN §1 チーム): one row per line, and 未配分 (or 超過, below 0) for
 * marketing, so that the total is the company's KGI to the yen. The company's own entries stand in these rows and beside
 * them; once teams enter the actuals nothing is awaited from the root, so its blanks to date are 0.
 */
export function addRemainders(
  sheet: LedgerSheet,
  rootId: string,
  figures: ReadonlyMap<string, PlanFigures>,
  actualsThrough: number,
): void {
  const whole = figures.get(rootId)
  const teams = [...figures].filter(([teamId]) => teamId !== rootId).map(([, plan]) => plan)
  const root = { teamId: rootId, channelId: null, metric: 'revenue' } as const
  const add = (line: 'existing' | 'salesSourced' | 'unallocated', plan: readonly number[]) => {
    if (plan.some((amount) => amount !== 0)) sheet.plan({ ...root, line }, plan)
  }
  if (whole) {
    add(
      'existing',
      remainder(
        whole.existingByMonth,
        teams.map((plan) => plan.existingByMonth),
      ),
    )
    add(
      'salesSourced',
      remainder(
        whole.salesSourcedByMonth,
        teams.map((plan) => plan.salesSourcedByMonth),
      ),
    )
    const given = teams.flatMap((plan) => plan.channels.map((channel) => channel.revenueByMonth))
    add('unallocated', remainder(whole.marketingGoalByMonth, given))
  }
  sheet.settle(rootId, actualsThrough)
}
