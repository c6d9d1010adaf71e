import type { CreditRow } from './credit'
import { byChannel, type Credited, type CreditQuestion, creditedBy, NOTHING } from './credited'

/** A channel's credits as they were frozen, and by today's records; null: 接点なし. */
export type RestatedChannel = { readonly channelId: string | null; readonly frozen: Credited; readonly live: Credited }

/** Channels whose credits in closed months are others now. */
export function restatedChannels(
  { shown, current }: { readonly shown: readonly CreditRow[]; readonly current: readonly CreditRow[] },
  question: CreditQuestion,
): RestatedChannel[] {
  const [before, after] = [creditedBy(shown, question, byChannel), creditedBy(current, question, byChannel)]
  return [...new Set([...before.keys(), ...after.keys()])]
    .map((channelId) => ({
      channelId,
      frozen: before.get(channelId) ?? NOTHING,
      live: after.get(channelId) ?? NOTHING,
    }))
    .filter(({ frozen, live: now }) => frozen.amount !== now.amount || frozen.dealParts !== now.dealParts)
}
