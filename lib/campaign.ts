/** One run of a channel by a team (施策). Dates are calendar days, 'YYYY-MM-DD', both included. */
export type Campaign = {
  readonly id: string
  readonly teamId: string
  readonly channelId: string
  readonly name: string
  readonly startsOn: string
  readonly endsOn: string
  /** In the currency's minor unit; null = none set, which is not 0. */
  readonly budget: number | null
  /** People planned at the channel's entry stage. */
  readonly plannedEntries: number | null
  /** ISO 8601; an archived campaign plans nothing, and keeps its actuals. */
  readonly archivedAt: string | null
}
