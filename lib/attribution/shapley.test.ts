import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CreditBook } from './credit-book'
import { dealOf, TEST_RULES } from './test-journey'

/** Journeys like 'GM', a letter for a channel, each a won deal of some worth: what channels are credited with together. */
function shapleyOf(
  journeys: readonly { path: string; worth: number }[],
): Map<string, { amount: number; deals: number }> {
  const book = new CreditBook(TEST_RULES, { bases: ['won'], models: ['shapley'] })
  for (const { path, worth } of journeys) {
    book.add(
      dealOf(
        [...path].map((channel, day) => `${channel} ${day}`),
        { amount: worth },
      ),
    )
  }
  return new Map(
    [...book.rows()].map(({ channelId, amount, dealParts }) => [channelId ?? '', { amount, deals: dealParts / 1e6 }]),
  )
}

describe('Shapley', () => {
  it('gives G 2.5 and M 1.5 of journeys G, G, M and G>M (DOMAIN §7)', () => {
    const credits = shapleyOf(['G', 'G', 'M', 'GM'].map((path) => ({ path, worth: 1000 })))
    expect(Object.fromEntries(credits)).toEqual({ G: { amount: 2500, deals: 2.5 }, M: { amount: 1500, deals: 1.5 } })
  })

  it('is the mean of what a channel adds over all orders in which channels may come together', () => {
    const journey = fc.record({
      path: fc.array(fc.constantFrom(...'ABCD'), { minLength: 1, maxLength: 5 }).map((path) => path.join('')),
      // A whole for one to four channels of one to five touches: nothing is rounded.
      worth: fc.nat(50).map((n) => n * 720),
    })
    const orders = ordersOf([...'ABCD'])
    fc.assert(
      fc.property(fc.array(journey, { maxLength: 8 }), (journeys) => {
        const worthOf = (channels: readonly string[]) =>
          journeys
            .filter(({ path }) => [...path].every((channel) => channels.includes(channel)))
            .reduce((sum, { worth }) => sum + worth, 0)
        const credits = shapleyOf(journeys)
        for (const channel of 'ABCD') {
          const added = orders.map((order) => {
            const before = order.slice(0, order.indexOf(channel))
            return worthOf([...before, channel]) - worthOf(before)
          })
          const mean = added.reduce((a, b) => a + b, 0) / orders.length
          expect(credits.get(channel)?.amount ?? 0).toBeCloseTo(mean, 6)
        }
      }),
    )
  })
})

function ordersOf(channels: readonly string[]): string[][] {
  if (channels.length === 0) return [[]]
  return channels.flatMap((first) =>
    ordersOf(channels.filter((channel) => channel !== first)).map((rest) => [first, ...rest]),
  )
}
