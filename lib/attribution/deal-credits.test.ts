import { describe, expect, it } from 'vitest'
import type { Basis } from './credit'
import { dealCredits } from './deal-credits'
import type { Journey } from './journey'
import type { TouchModel } from './models'
import { DAY_MS, dealOf, TEST_RULES } from './test-journey'

const amounts = (journey: Journey, model: TouchModel, rules = TEST_RULES, basis: Basis = 'won') =>
  dealCredits(journey, rules, basis, model).map(({ amount }) => amount)
const custom = (weights: typeof TEST_RULES.custom) => ({ ...TEST_RULES, custom: weights })

describe('the published deal of 12,000 with touches on days 0, 5, 12, 30 and 38 (DOMAIN §7)', () => {
  const published = dealOf(['Web 0', 'Web 5', 'Web 12', 'Web 30', 'Web 38'])

  it('decays by half each seven days to 175, 287, 575, 3,417 and 7,546', () => {
    expect(amounts(published, 'timeDecay')).toEqual([175, 287, 575, 3417, 7546])
  })

  it('shares 40-20-40 as 4,800, 800, 800, 800 and 4,800', () => {
    expect(amounts(published, 'u')).toEqual([4800, 800, 800, 800, 4800])
  })
})

/** Lead on day 12, opportunity on day 30, won on day 40: what each touch of a deal of 12,000 gets. */
describe.each<{ touches: string[]; is: string; credits: Record<TouchModel, number[]> }>([
  {
    touches: ['Web 5'],
    is: 'one touch, which is first, last before lead and opportunity, and last',
    credits: {
      ...{ first: [12_000], last: [12_000], lastNonDirect: [12_000], linear: [12_000], u: [12_000] },
      ...{ uLeadCreation: [12_000], w: [12_000], fullPath: [12_000], j: [12_000], inverseJ: [12_000] },
      ...{ timeDecay: [12_000], custom: [12_000], shapley: [12_000] },
    },
  },
  {
    // FT and LC fall together, OC and CW too, and there is no middle: what they weigh is brought to 100 %.
    touches: ['Event 10', 'Web 24'],
    is: 'two touches: first and lead creation, opportunity creation and last',
    credits: {
      ...{ first: [12_000, 0], last: [0, 12_000], lastNonDirect: [0, 12_000], linear: [6000, 6000] },
      ...{ u: [6000, 6000], uLeadCreation: [9600, 2400], w: [8000, 4000], fullPath: [6000, 6000] },
      ...{ j: [3000, 9000], inverseJ: [9000, 3000] },
      // Fourteen days apart, two half-lives: 1 to 4.
      ...{ timeDecay: [2400, 9600] },
      // 60 to 20 of 80 %.
      ...{ custom: [9000, 3000], shapley: [6000, 6000] },
    },
  },
  {
    // LC and OC are both the second touch.
    touches: ['Web 5', 'Event 12', 'direct 33'],
    is: 'three touches: the second was the last before the lead and before the opportunity',
    credits: {
      ...{ first: [12_000, 0, 0], last: [0, 0, 12_000], lastNonDirect: [0, 12_000, 0], linear: [4000, 4000, 4000] },
      ...{ u: [4800, 2400, 4800], uLeadCreation: [4800, 4800, 2400], w: [3600, 7200, 1200] },
      // 22.5, 45 and 22.5 of 90 %: nobody is left for the middle.
      ...{ fullPath: [3000, 6000, 3000], j: [2400, 2400, 7200], inverseJ: [7200, 2400, 2400] },
      // 2^−4, 2^−3 and 1 of 1 3/16: ages 28, 21 and 0.
      ...{ timeDecay: [632, 1263, 10_105] },
      // 25, 50 and 5 of 80 %.
      ...{ custom: [3750, 7500, 750], shapley: [4000, 4000, 4000] },
    },
  },
  {
    // FT, LC on day 12, a middle on day 20, OC on day 30, CW on day 38.
    touches: ['Web 0', 'Event 12', 'Web 20', 'Mail 30', 'Mail 38'],
    is: 'five touches, each milestone at one of its own',
    credits: {
      ...{ first: [12_000, 0, 0, 0, 0], last: [0, 0, 0, 0, 12_000], lastNonDirect: [0, 0, 0, 0, 12_000] },
      ...{ linear: [2400, 2400, 2400, 2400, 2400], u: [4800, 800, 800, 800, 4800] },
      ...{ uLeadCreation: [4800, 4800, 800, 800, 800], w: [3600, 3600, 600, 3600, 600] },
      ...{ fullPath: [2700, 2700, 1200, 2700, 2700], j: [2400, 800, 800, 800, 7200] },
      ...{ inverseJ: [7200, 800, 800, 800, 2400], custom: [3000, 4200, 2400, 1800, 600] },
      // 2^(−38/7), 2^(−26/7), 2^(−18/7), 2^(−8/7) and 1 of 1.72051: 161.94, 531.39, 1,173.40, 3,158.57, 6,974.69.
      ...{ timeDecay: [162, 531, 1173, 3159, 6975] },
      ...{ shapley: [2000, 4000, 2000, 2000, 2000] },
    },
  },
])('$is', ({ touches, credits }) => {
  it.each(Object.entries(credits))('%s', (model, expected) => {
    expect(amounts(dealOf(touches), model as TouchModel)).toEqual(expected)
  })
})

describe('a milestone that is missing', () => {
  it('leaves its part to the others: W without a lead is 30-30-10 of 70 %', () => {
    const deal = dealOf(['Web 5', 'Event 20', 'Mail 28', 'Mail 35'], { leadAt: null, leadDay: null, amount: 7000 })
    expect(amounts(deal, 'w')).toEqual([3000, 500, 3000, 500])
  })

  it('is missing when the touches up to it lie before the lookback', () => {
    const deal = dealOf(['Web 5', 'Event 20', 'Mail 28', 'Mail 35'], { amount: 7000 })
    expect(amounts(deal, 'w', { ...TEST_RULES, lookbackDays: 20 })).toEqual([3000, 3000, 1000])
  })

  it('leaves nothing of a middle without anybody in it: full path of two is 67.5 to 22.5 of 90 %', () => {
    const deal = dealOf(['Web 5', 'Mail 35'], { amount: 900 })
    expect(amounts(deal, 'fullPath')).toEqual([675, 225])
  })

  it('lets all share equally when no touch weighs anything', () => {
    const noLead = dealOf(['Web 15', 'Web 20', 'Mail 25'])
    expect(amounts(noLead, 'custom', custom({ leadCreation: 10_000 }))).toEqual([4000, 4000, 4000])
    expect(amounts(dealOf(['Web 5']), 'custom', custom({}))).toEqual([12_000])
  })

  it('is none when its own part is 0: its touch is one of the others', () => {
    const deal = dealOf(['Web 5', 'Mail 15', 'Mail 35'])
    expect(amounts(deal, 'custom', custom({ first: 5000, middle: 5000, last: 0 }))).toEqual([6000, 3000, 3000])
  })

  it('gives the others nothing when they have no part', () => {
    const deal = dealOf(['Web 5', 'Mail 15', 'Mail 35'])
    expect(amounts(deal, 'custom', custom({ first: 7000, last: 3000 }))).toEqual([8400, 0, 3600])
  })
})

describe('which touches count', () => {
  const deal = dealOf(['Web 9', 'Mail 10 own', 'Mail 30', 'Web 31', 'Web 40 own', 'Web 41'])
  const days = (journey: Journey, basis: Basis, rules = TEST_RULES) =>
    dealCredits(journey, rules, basis, 'linear').map(({ touch }) => touch.day)

  it('those up to and with the day of close, for the pipeline up to and with the day of creation', () => {
    expect(days(deal, 'won')).toEqual([9, 10, 30, 31, 40])
    expect(days(deal, 'cohort')).toEqual([9, 10, 30, 31, 40])
    expect(days(deal, 'created')).toEqual([9, 10, 30])
    expect(days(deal, 'open')).toEqual([9, 10, 30])
  })

  it('those within the days of the lookback, its first day included', () => {
    expect(days(deal, 'won', { ...TEST_RULES, lookbackDays: 30 })).toEqual([10, 30, 31, 40])
  })

  it('those of the deal’s own person, where an organisation counts by person', () => {
    expect(days(deal, 'won', { ...TEST_RULES, level: 'person' })).toEqual([10, 40])
  })

  it('none of a deal that is not closed, when its close is asked for', () => {
    expect(days({ ...deal, closedDay: null }, 'won')).toEqual([])
  })
})

describe('milestones of a path', () => {
  const milestones = (journey: Journey, basis: Basis) =>
    dealCredits(journey, TEST_RULES, basis, 'w').map((credit) => credit.milestones)

  it('are the first touch, the last before lead and opportunity, and the last of all', () => {
    expect(milestones(dealOf(['Web 0', 'Web 8', 'Web 12', 'Web 30', 'Web 31', 'Web 40']), 'won')).toEqual([
      ['first'],
      [],
      ['leadCreation'],
      ['opportunityCreation'],
      [],
      ['last'],
    ])
  })

  it('end with the creation of the opportunity for the pipeline', () => {
    expect(milestones(dealOf(['Web 0', 'Web 29', 'Web 31']), 'created')).toEqual([
      ['first', 'leadCreation'],
      ['opportunityCreation', 'last'],
    ])
  })

  it('go by the moment of the lead, also within its day', () => {
    const noon = dealOf(['Web 12'], { leadAt: 12.5 * DAY_MS })
    expect(milestones(noon, 'won')).toEqual([['first', 'leadCreation', 'opportunityCreation', 'last']])
    const [touch] = noon.touches
    const evening = { ...noon, touches: touch ? [{ ...touch, at: 12.75 * DAY_MS }] : [] }
    expect(milestones(evening, 'won')).toEqual([['first', 'opportunityCreation', 'last']])
  })
})

describe('last non-direct', () => {
  it('gives all to the last touch that is not direct, and to the last one when all are', () => {
    expect(amounts(dealOf(['Web 1', 'Mail 2', 'direct 3', 'direct 4']), 'lastNonDirect')).toEqual([0, 12_000, 0, 0])
    expect(amounts(dealOf(['direct 1', 'direct 2']), 'lastNonDirect')).toEqual([0, 12_000])
  })
})

describe('rounding to the unit', () => {
  it('gives the unit left over to the earlier of equal remainders, also at equal times', () => {
    expect(amounts(dealOf(['Web 3', 'Mail 3', 'Event 3'], { amount: 100 }), 'linear')).toEqual([34, 33, 33])
    expect(amounts(dealOf(['Web 1', 'Mail 2', 'Event 3'], { amount: 101 }), 'linear')).toEqual([34, 34, 33])
  })

  it('gives it to the larger remainder first: 101 as 40.4, 20.2 and 40.4 is 41, 20 and 40', () => {
    expect(amounts(dealOf(['Web 1', 'Mail 2', 'Event 3'], { amount: 101 }), 'u')).toEqual([41, 20, 40])
  })

  it('shares a deal in millionths in the same way', () => {
    const parts = dealCredits(dealOf(['Web 1', 'Mail 2', 'Event 3']), TEST_RULES, 'won', 'linear')
    expect(parts.map(({ dealParts }) => dealParts)).toEqual([333_334, 333_333, 333_333])
  })

  it('shares a negative amount as its opposite, and counts a deal of 0 as a deal', () => {
    const touches = ['Web 1', 'Mail 2', 'Event 3']
    expect(amounts(dealOf(touches, { amount: -101 }), 'u')).toEqual([-41, -20, -40])
    expect(amounts(dealOf(touches, { amount: 0 }), 'u')).toEqual([0, 0, 0])
    const parts = dealCredits(dealOf(touches, { amount: 0 }), TEST_RULES, 'won', 'u')
    expect(parts.map(({ dealParts }) => dealParts)).toEqual([400_000, 200_000, 400_000])
  })

  it('holds for the largest amount that a number holds exactly', () => {
    // 9,007,199,254,740,991 ÷ 3 is 3,002,399,751,580,330⅓; 40 % of it is 3,602,879,701,896,396.4.
    const largest = { amount: Number.MAX_SAFE_INTEGER }
    const deal = dealOf(['Web 1', 'Mail 2', 'Event 3'], largest)
    expect(amounts(deal, 'linear')).toEqual([3_002_399_751_580_331, 3_002_399_751_580_330, 3_002_399_751_580_330])
    expect(amounts(deal, 'u')).toEqual([3_602_879_701_896_397, 1_801_439_850_948_198, 3_602_879_701_896_396])
  })

  it('refuses an amount that is not whole', () => {
    expect(() => amounts(dealOf(['Web 1'], { amount: 0.5 }), 'first')).toThrow(RangeError)
  })
})

describe('shares before rounding', () => {
  it('are those of the model', () => {
    const shares = dealCredits(dealOf(['Web 0', 'Event 12', 'Web 20', 'Mail 30', 'Mail 38']), TEST_RULES, 'won', 'w')
    expect(shares.map(({ share }) => share)).toEqual([0.3, 0.3, 0.05, 0.3, 0.05])
  })
})
