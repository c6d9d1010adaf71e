import { exactOf, pow10, ratioToNumber } from '#lib/exact'
import type { PlanDraft } from '#lib/input/plan-draft'
import type { PlanFigures } from './plan'

/** What sales can handle against what the plan gives them. Months are indexes 0 … 11. */
export type SalesCapacity = {
  /** Opportunities that sales can take on in a month: people × opportunities each. */
  readonly perMonth: number
  /** Σ channels, planned. */
  readonly opportunities: readonly number[]
  /** Months whose opportunities exceed it. */
  readonly monthsOver: readonly number[]
}

/** Sales capacity (DOMAIN §3). Null while people or opportunities per person are not entered, or one is below 0. */
export function salesCapacity(
  { salesPeople, opportunitiesPerPerson }: Pick<PlanDraft, 'salesPeople' | 'opportunitiesPerPerson'>,
  { channels }: Pick<PlanFigures, 'channels'>,
): SalesCapacity | null {
  const each = exactOf(opportunitiesPerPerson ?? '')
  if (salesPeople === null || !each || salesPeople < 0 || each.units < 0n) return null
  const units = BigInt(salesPeople) * each.units
  const opportunities = Array.from({ length: 12 }, (_, month) =>
    channels.reduce((sum, { funnel }) => sum + (funnel?.monthly.opportunity?.[month] ?? 0), 0),
  )
  const isOver = (count: number) => BigInt(count) * pow10(each.places) > units
  const monthsOver = opportunities.flatMap((count, month) => (isOver(count) ? [month] : []))
  return { perMonth: ratioToNumber(units, pow10(each.places)), opportunities, monthsOver }
}
