import { describe, expect, it } from 'vitest'
import type { Basis } from './credit'
import { dealCredits } from './deal-credits'
import type { Journey } from './journey'
import type { TouchModel } from './models'
import { type AttributionRules, DEFAULT_HALF_LIFE, DEFAULT_LOOKBACK } from './rules'

const DAY = 86_400_000
const rules: AttributionRules = {
  ...{ lookbackDays: DEFAULT_LOOKBACK, level: 'account', halfLifeDays: DEFAULT_HALF_LIFE },
  ...{ custom: { first: 5000, leadCreation: 500, last: 2500, middle: 2000 }, direct: ['direct'] },
}

/** A deal of 12,000 created on day 30 and won on day 40, with touches like 'Web 5' or 'Web 5 own'. */
function deal(touches: readonly string[], facts: Partial<Journey> = {}): Journey {
  return {
    touches: touches.map((text) => {
      const [channelId = '', day = '0', own] = text.split(' ')
      return { at: Number(day) * DAY, day: Number(day), channelId, campaignId: null, isOwn: own === 'own' }
    }),
    ...{ leadAt: 12 * DAY, leadDay: 12, createdDay: 30, closedDay: 40, amount: 12_000, ...facts },
  }
}

const amounts = (journey: Journey, model: TouchModel, basis: Basis = 'won') =>
  dealCredits(journey, rules, basis, model).map(({ amount }) => amount)

describe('the published deal of 12,000 with touches on days 0, 5, 12, 30 and 38 (DOMAIN §7)', () => {
  const published = deal(['Web 0', 'Web 5', 'Web 12', 'Web 30', 'Web 38'])

  it('decays by half each seven days to 175, 287, 575, 3,417 and 7,546', () => {
    const credits = dealCredits(published, { ...rules, halfLifeDays: 7 }, 'won', 'timeDecay')
    expect(credits.map(({ amount }) => amount)).toEqual([175, 287, 575, 3417, 7546])
  })

  it('shares 40-20-40 as 4,800, 800, 800, 800 and 4,800', () => {
    expect(amounts(published, 'u')).toEqual([4800, 800, 800, 800, 4800])
  })
})
