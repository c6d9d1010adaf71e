import { type Month, monthsBetween } from '#lib/month'
import type { MonthlyActual } from '#lib/monthly-actual'

/** One channel's entered figures by stage, 'revenue' and 'cost': oldest first, the last one is the last finished month. */
export type ChannelHistory = Readonly<Record<string, readonly (number | null)[]>>

/** A team's history by channel id. */
export type History = Readonly<Record<string, ChannelHistory>>

/** The channel rows of a team's actuals up to the last finished month; a channel's campaigns add up, blanks are null. */
export function historyOf(actuals: readonly Omit<MonthlyActual, 'version'>[], lastFinished: Month): History {
  const own = actuals.filter((cell) => cell.channelId !== null && cell.month <= lastFinished)
  const months = Math.max(0, ...own.map((cell) => monthsBetween(cell.month, lastFinished) + 1))
  const history: Record<string, Record<string, (number | null)[]>> = {}
  for (const { channelId, metric, month, value } of own) {
    if (channelId === null) continue
    const channel = history[channelId] ?? {}
    const row = channel[metric] ?? Array<number | null>(months).fill(null)
    const at = months - 1 - monthsBetween(month, lastFinished)
    row[at] = (row[at] ?? 0) + value
    history[channelId] = { ...channel, [metric]: row }
  }
  return history
}
