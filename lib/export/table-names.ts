/** Tables that leave: those that can come in again, and what they refer to. */
export const EXPORT_TABLES = [
  ...(['leads', 'opportunities', 'touches', 'costs', 'actuals'] as const),
  ...(['accounts', 'campaigns', 'channels', 'stages', 'teams', 'plans', 'attribution'] as const),
] as const
export type ExportTable = (typeof EXPORT_TABLES)[number]
