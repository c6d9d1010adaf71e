import type { Deal, Touch } from './journey'
import type { AttributionRules } from './rules'

export const DAY_MS = 86_400_000

/** Rules of the tests: asymmetric own weights of every kind, 25-35-15-5 and 20 for the others. */
export const TEST_RULES: AttributionRules = {
  ...{ lookbackDays: 365, level: 'account', halfLifeDays: 7, direct: ['direct'] },
  custom: { first: 2500, leadCreation: 3500, opportunityCreation: 1500, last: 500, middle: 2000 },
}

/** 'Web 5', 'Web 5 own', 'Web 5 own expo': channel, day, of the deal's own person, campaign. */
export function touchOf(text: string): Touch {
  const [channelId = '', day = '0', own, campaignId = null] = text.split(' ')
  return { at: Number(day) * DAY_MS, day: Number(day), channelId, campaignId, isOwn: own === 'own' }
}

/** A deal of 12,000 from a lead of day 12, created on day 30 and won on day 40. */
export function dealOf(touches: readonly string[], facts: Partial<Deal> = {}): Deal {
  return {
    ...{ teamId: 'team', state: 'won', isNew: true, amount: 12_000 },
    ...{ leadAt: 12 * DAY_MS, leadDay: 12, createdDay: 30, closedDay: 40 },
    touches: touches.map(touchOf),
    ...facts,
  }
}
