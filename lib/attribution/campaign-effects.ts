import type { Ledger } from '#lib/plan-vs-actual/ledger'
import { ratio } from '#lib/ratio'
import { type Cost, campaignCosts, NO_COST } from './costs'
import type { CreditRow } from './credit'
import { type Credited, type CreditQuestion, creditedBy } from './credited'

/** What a campaign is credited with, beside its cost of the same months. */
export type CampaignEffect = {
  readonly campaignId: string
  readonly channelId: string | null
  readonly credited: Credited
  readonly cost: Cost
  /** (Revenue − cost) ÷ cost. */
  readonly roi: number | null
}

/** Campaigns with revenue won in the months, largest first. */
export function campaignEffects(
  rows: readonly CreditRow[],
  ledger: Pick<Ledger, 'campaignRows'>,
  months: readonly number[],
  question: Omit<CreditQuestion, 'basis'>,
): CampaignEffect[] {
  const own = rows.filter(({ campaignId }) => campaignId !== null)
  const channelOf = new Map(own.map(({ campaignId, channelId }) => [campaignId, channelId]))
  const credits = creditedBy(own, { ...question, basis: 'won' }, ({ campaignId }) => campaignId ?? '')
  const costs = campaignCosts(ledger, months)
  return [...credits]
    .map(([campaignId, credited]) => {
      const cost = costs.get(campaignId) ?? NO_COST
      const roi = ratio(cost.amount === null ? null : credited.amount - cost.amount, cost.amount)
      return { campaignId, channelId: channelOf.get(campaignId) ?? null, credited, cost, roi }
    })
    .toSorted((a, b) => b.credited.amount - a.credited.amount)
}
