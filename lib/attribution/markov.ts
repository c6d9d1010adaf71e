import { largestRemainder } from '#lib/money'
import { ratio } from '#lib/ratio'
import { solveAbsorbing } from './absorbing-chain'
import { DEAL_PARTS } from './credit'
import type { Transitions } from './transitions'

/** Two ways to count what a channel brings: conversions, or their value. */
export type MarkovPair = {
  readonly conversion: number | null
  readonly value: number | null
}

/** What Markov credits a channel with, of all journeys that were counted. */
export type MarkovCredit = {
  readonly channelId: string
  /** The part of all conversions, or of their value, that is lost without the channel; null: there is none to lose. */
  readonly removal: MarkovPair
  /** The same as parts of the whole: removal effect ÷ sum of removal effects. */
  readonly share: MarkovPair
  /** In the currency's minor unit: the value shared, whole amounts that add up to it. */
  readonly amount: number
  /** Conversions shared, in millionths of one. */
  readonly dealParts: number
}

/**
 * Markov credits of order 1 (DOMAIN §7), solved exactly. Removing a channel sends all that comes to it to null, so what
 * is lost is what passes through it: the chance to come to it at all × what follows from there. A conversion is worth
 * the mean value of those with the same last channel. Moves from a channel to itself change neither chance.
 *
 * Where values of both signs leave no sensible parts, amounts are shared by conversions.
 */
export function markovCredits(transitions: Transitions): MarkovCredit[] {
  const { channelIds } = transitions
  const lost = lostWithout(transitions)
  const conversions = pairOf(lost.conversions, lost.allConversions)
  const values = pairOf(lost.values, lost.allValue)
  const sum = (numbers: Float64Array) => numbers.reduce((a, b) => a + b, 0)
  const weights = values.shares.every((share) => share !== null && share >= 0) ? values.shares : conversions.shares
  const amounts = largestRemainder(sum(transitions.values), weights.map(wholeWeight))
  const parts = largestRemainder(sum(transitions.conversions) * DEAL_PARTS, conversions.shares.map(wholeWeight))
  return channelIds.map((channelId, i) => ({
    channelId,
    removal: { conversion: conversions.removals[i] ?? null, value: values.removals[i] ?? null },
    share: { conversion: conversions.shares[i] ?? null, value: values.shares[i] ?? null },
    amount: amounts[i] ?? 0,
    dealParts: parts[i] ?? 0,
  }))
}

/** Shares are irrational in practice: they are counted in 2^−52. */
function wholeWeight(share: number | null): bigint {
  return BigInt(Math.round((share ?? 0) * 2 ** 52))
}

function pairOf(lost: Float64Array, all: number): { removals: (number | null)[]; shares: (number | null)[] } {
  const sum = lost.reduce((a, b) => a + b, 0)
  return {
    removals: Array.from(lost, (each) => ratio(each, all)),
    shares: Array.from(lost, (each) => ratio(each, sum)),
  }
}

type Lost = { conversions: Float64Array; values: Float64Array; allConversions: number; allValue: number }

/** What passes through each channel, as often as journeys begin, and what all of them come to. */
function lostWithout({ channelIds, ...counted }: Transitions): Lost {
  const n = channelIds.length
  const width = n + 2
  const sides = new Float64Array(n * width)
  for (let i = 0; i < n; i++) {
    sides[i * width + i] = 1
    sides[i * width + n] = counted.conversions[i] ?? 0
    sides[i * width + n + 1] = counted.values[i] ?? 0
  }
  const absorbed = counted.conversions.map((each, i) => each + (counted.nulls[i] ?? 0))
  solveAbsorbing(counted.moves.slice(0, n * n), absorbed, sides)
  const starts = counted.moves.subarray(n * n)
  const from = (i: number, column: number) => sides[i * width + column] ?? 0
  const fromStart = (column: number) => starts.reduce((sum, count, i) => sum + count * from(i, column), 0)
  const comeTo = Float64Array.from({ length: n }, (_, c) => ratio(fromStart(c), from(c, c)) ?? 0)
  return {
    conversions: comeTo.map((chance, c) => chance * from(c, n)),
    values: comeTo.map((chance, c) => chance * from(c, n + 1)),
    allConversions: fromStart(n),
    allValue: fromStart(n + 1),
  }
}
