/** Odd but real: kept, and told. Keys of `data`, below `flags`. */
export const FLAGS = [
  'closedBeforeCreated',
  'stagesOutOfOrder',
  'noDate',
  'wonWithoutDate',
  'zeroAmount',
  'campaignElsewhere',
  'repeatedId',
] as const
export type Flag = (typeof FLAGS)[number]
