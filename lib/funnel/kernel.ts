import { aligned, type Exact, exactOf, pow10 } from '#lib/exact'
import type { Lag } from './scenario'

/** Share of a month's units that arrive 0, 1, 2 … months later: shares[l] ÷ 10^places, Σ = 1 exactly. */
export type Kernel = { readonly shares: readonly bigint[]; readonly places: number }

/** The longest lag of one transition. Longer ones are typing mistakes, and years of demand would hang on them. */
export const LONGEST_LAG = 60

const NO_LAG: Kernel = { shares: [1n], places: 0 }

/** The kernel of a lag (DOMAIN §2 step 3). Null when it cannot be read, is out of range, or a curve's Σ is not 1. */
export function kernelOf(lag: Lag): Kernel | null {
  if (typeof lag === 'string') {
    const months = exactOf(lag)
    return months && months.units >= 0n && months.units <= BigInt(LONGEST_LAG) * pow10(months.places)
      ? kernelOfNumber(months)
      : null
  }
  const curve = lag.map(exactOf).filter((share) => share !== null)
  return curve.length === lag.length && curve.length <= LONGEST_LAG + 1 ? kernelOfCurve(curve) : null
}

/** A number L puts 1 − frac on ⌊L⌋ months and frac on ⌊L⌋ + 1. */
function kernelOfNumber({ units, places }: Exact): Kernel {
  const one = pow10(places)
  const fraction = units % one
  const shares = [...Array<bigint>(Number(units / one)).fill(0n), one - fraction]
  return { shares: fraction > 0n ? [...shares, fraction] : shares, places }
}

function kernelOfCurve(curve: readonly Exact[]): Kernel | null {
  const { units, places } = aligned(curve)
  const whole = units.reduce((a, b) => a + b, 0n) === pow10(places)
  return whole && units.every((share) => share >= 0n) ? { shares: units, places } : null
}

/** Σ_l k(l) · units[from + l]; places outside of the list count as 0. No iterator: a key in the KGI asks 2,000 times. */
export function weighted(shares: Kernel['shares'], units: readonly bigint[], from: number): bigint {
  let sum = 0n
  for (let lag = 0; lag < shares.length; lag++) {
    const share = shares[lag] ?? 0n
    if (share > 0n) sum += share * (units[from + lag] ?? 0n)
  }
  return sum
}

/** One lag after another. */
export function convolved(first: Kernel, second: Kernel): Kernel {
  const shares = Array<bigint>(first.shares.length + second.shares.length - 1).fill(0n)
  for (const [i, a] of first.shares.entries()) {
    if (a === 0n) continue
    for (const [j, b] of second.shares.entries()) shares[i + j] = (shares[i + j] ?? 0n) + a * b
  }
  return { shares, places: first.places + second.places }
}

/** For each stage of a channel the kernel from it to won, in the order of the stages; won's own is no lag. */
export function kernelsToWon(kernels: readonly Kernel[]): Kernel[] {
  const toWon = [NO_LAG]
  for (const kernel of kernels.toReversed()) toWon.unshift(convolved(kernel, toWon[0] ?? NO_LAG))
  return toWon
}

/**
 * 最終着手月: index of the latest month whose work still has at least half of its wins inside the year, by the
 * kernel alone (DOMAIN §2 step 6). 0 is the year's first month; negative lies before it.
 */
export function lastUsefulMonth(toWon: Kernel): number {
  const half = pow10(toWon.places)
  let arrived = 0n
  const months = toWon.shares.findIndex((share) => {
    arrived += share
    return 2n * arrived >= half
  })
  return 11 - months
}
