/** Models that credit the touches of one deal by themselves, so that their credits add up over any deals. */
export const TOUCH_MODELS = [
  'first',
  'last',
  'lastNonDirect',
  'linear',
  'u',
  'uLeadCreation',
  'w',
  'fullPath',
  'j',
  'inverseJ',
  'timeDecay',
  'custom',
  'shapley',
] as const
export type TouchModel = (typeof TOUCH_MODELS)[number]

/** Markov credits channels by all journeys of a period together, and neither deals nor campaigns (DOMAIN §7). */
export const MODELS = [...TOUCH_MODELS, 'markov'] as const
export type Model = (typeof MODELS)[number]

/** Touches that mark a step of a deal; `middle` is what the others share evenly. */
export const MILESTONES = ['first', 'leadCreation', 'opportunityCreation', 'last'] as const
export type Milestone = (typeof MILESTONES)[number]

/**
 * Parts of a deal in hundredths of a percent; they add up to 10,000. A milestone whose part is 0 or absent is none: its
 * touch is one of the others.
 */
export type MilestoneWeights = Readonly<Partial<Record<Milestone | 'middle', number>>>

/** Models that are nothing but parts for milestones (DOMAIN §7); `custom` is one too, with an organisation's own. */
export const MILESTONE_MODELS = {
  u: { first: 4000, middle: 2000, last: 4000 },
  uLeadCreation: { first: 4000, leadCreation: 4000, middle: 2000 },
  w: { first: 3000, leadCreation: 3000, opportunityCreation: 3000, middle: 1000 },
  fullPath: { first: 2250, leadCreation: 2250, opportunityCreation: 2250, last: 2250, middle: 1000 },
  j: { first: 2000, middle: 2000, last: 6000 },
  inverseJ: { first: 6000, middle: 2000, last: 2000 },
} as const satisfies Partial<Record<TouchModel, MilestoneWeights>>
