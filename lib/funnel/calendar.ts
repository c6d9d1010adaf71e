import { type FiscalYear, monthOf, monthsBetween } from '#lib/month'

/** What a channel's campaigns plan, by the month of the year in which they start; twelve numbers each. */
export type Calendar = {
  /** Planned entries. */
  readonly entries: readonly number[]
  /** Budgets; null when no campaign of the channel has one. */
  readonly budgets: readonly number[] | null
}

/** What a calendar reads of a campaign. */
export type Planned = {
  readonly channelId: string
  /** 'YYYY-MM-DD' */
  readonly startsOn: string
  readonly plannedEntries: number | null
  readonly budget: number | null
  /** An archived campaign plans nothing. */
  readonly archivedAt: string | null
}

/** A channel without campaigns. */
export const EMPTY_CALENDAR: Calendar = { entries: Array<number>(12).fill(0), budgets: null }

/**
 * The calendars of a team's channels in a fiscal year, by channel id (DOMAIN §2 step 9). A campaign counts in the month
 * in which it starts; archived ones and those that start outside of the year do not count, blank figures count as 0.
 */
export function calendarsOf(campaigns: readonly Planned[], year: FiscalYear): Map<string, Calendar> {
  const byChannel = new Map<string, { month: number; campaign: Planned }[]>()
  for (const campaign of campaigns) {
    const month = monthsBetween(year.first, monthOf(campaign.startsOn))
    if (month < 0 || month > 11 || campaign.archivedAt !== null) continue
    byChannel.set(campaign.channelId, [...(byChannel.get(campaign.channelId) ?? []), { month, campaign }])
  }
  return new Map([...byChannel].map(([channelId, own]) => [channelId, calendarOf(own)]))
}

function calendarOf(own: readonly { readonly month: number; readonly campaign: Planned }[]): Calendar {
  const entries = Array<number>(12).fill(0)
  const budgets = Array<number>(12).fill(0)
  for (const { month, campaign } of own) {
    entries[month] = (entries[month] ?? 0) + (campaign.plannedEntries ?? 0)
    budgets[month] = (budgets[month] ?? 0) + (campaign.budget ?? 0)
  }
  return { entries, budgets: own.some(({ campaign }) => campaign.budget !== null) ? budgets : null }
}
