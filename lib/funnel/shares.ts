import { aligned, type Exact, exactOf, pow10, textOf } from '#lib/exact'
import type { ChannelDraft } from '#lib/input/plan-draft'

/** 100 % − Σ shares, exactly, in percent: positive while something is left to give. */
export function shareRemainder(channels: readonly Pick<ChannelDraft, 'share'>[]): Exact {
  const { units, places } = sumOf(channels.map((channel) => channel.share))
  return { units: (pow10(places) - units) * 100n, places }
}

/**
 * The share that a channel has once `rest`, what is left to 100 %, is given to it (or what is too much taken from it),
 * as a fraction. Null when nothing is left, or when the channel has less than is too much.
 */
export function shareWithRest(rest: Exact, own: string | null): string | null {
  const read = exactOf(own ?? '0')
  if (rest.units === 0n || !read) return null
  const { units, places } = aligned([{ units: rest.units, places: rest.places + 2 }, read])
  const share = units.reduce((a, b) => a + b, 0n)
  return share < 0n ? null : textOf({ units: share, places })
}

/** The exact sum of decimals; blank and unreadable ones count as 0. */
export function sumOf(decimals: readonly (string | null)[]): Exact {
  const { units, places } = aligned(decimals.map((text) => exactOf(text ?? '0')).filter((read) => read !== null))
  return { units: units.reduce((a, b) => a + b, 0n), places }
}
