import type { Month } from '#lib/month'
import type { CreditRow } from './credit'
import { type CreditQuestion, creditedBy, NOTHING } from './credited'

/** One channel's revenue month by month; null channel: 接点なし. */
export type TrendLine = { readonly channelId: string | null; readonly amounts: readonly number[] }

/** Revenue by month and channel, in the order of the channels, 接点なし last; only those that have any. */
export function trendOf(
  rows: readonly CreditRow[],
  question: Omit<CreditQuestion, 'from' | 'to'>,
  months: readonly Month[],
  channelIds: readonly string[],
): TrendLine[] {
  const [from, to] = [months[0], months.at(-1)]
  if (from === undefined || to === undefined) return []
  const sums = creditedBy(rows, { ...question, from, to }, ({ channelId, month }) => `${channelId} ${month}`)
  return [...channelIds, null]
    .map((channelId) => ({
      channelId,
      amounts: months.map((month) => (sums.get(`${channelId} ${month}`) ?? NOTHING).amount),
    }))
    .filter(({ amounts }) => amounts.some((amount) => amount !== 0))
}
