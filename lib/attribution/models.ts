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

/** Parts of a deal in hundredths of a percent; a share that is 0 or absent gives nothing. They add up to 10,000. */
export type MilestoneWeights = Readonly<Partial<Record<Milestone | 'middle', number>>>
