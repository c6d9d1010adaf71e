import { largestRemainder } from '#lib/money'
import { roomFor } from './growing'

/** Products up to here, and what remains of them, are exact in a double. */
const MOST_EXACT = 2 ** 52
const PRECISION = 2 ** -52

/**
 * Spreads whole amounts over weights so that the parts add up to them (largest remainder, equal remainders the earlier
 * part): what `largestRemainder` gives, without garbage, because it is asked a hundred million times.
 */
export class Apportionment {
  /** The parts of the last amount. Those of an amount below 0 are those of its opposite, below 0. */
  parts = new Float64Array(64)
  #remainders = new Float64Array(64)
  #sorted = new Float64Array(64)

  /** Of `weights` the first `size` count: whole numbers ≥ 0 that add up to `sum`, above 0. */
  spread(amount: number, weights: Float64Array, size: number, sum: number): void {
    if (size > this.parts.length) this.#grow(size)
    const whole = Math.abs(amount)
    if (whole * sum <= MOST_EXACT) this.#byRemainders(whole, weights, size, sum)
    else if (!this.#byShares(whole, weights, size, sum)) {
      this.parts.set(largestRemainder(whole, Array.from(weights.subarray(0, size), BigInt)))
    }
    if (amount < 0) for (let i = 0; i < size; i++) this.parts[i] = 0 - (this.parts[i] ?? 0)
  }

  #byRemainders(whole: number, weights: Float64Array, size: number, sum: number): void {
    let left = whole
    for (let i = 0; i < size; i++) {
      const product = whole * (weights[i] ?? 0)
      const part = Math.floor(product / sum)
      this.parts[i] = part
      this.#remainders[i] = product - part * sum
      left -= part
    }
    if (left > 0) this.#give(left, size, this.#leastGaining(left, size))
  }

  /** False when a double is too coarse to tell what is floored or which remainder is larger. */
  #byShares(whole: number, weights: Float64Array, size: number, sum: number): boolean {
    const error = (size + 2) * PRECISION
    let left = whole
    for (let i = 0; i < size; i++) {
      const share = (whole * (weights[i] ?? 0)) / sum
      const part = Math.floor(share)
      const remainder = share - part
      if (remainder > 1 - share * error || (part > 0 && remainder < share * error)) return false
      this.parts[i] = part
      this.#remainders[i] = remainder
      left -= part
    }
    if (left === 0) return true
    const least = this.#leastGaining(left, size)
    if (this.#isUnsure(least, 2 * whole * error, weights, size)) return false
    this.#give(left, size, least)
    return true
  }

  /** Whether parts of different weights have remainders about as large as the least that gains. */
  #isUnsure(least: number, error: number, weights: Float64Array, size: number): boolean {
    let weight = -1
    for (let i = 0; i < size; i++) {
      if (Math.abs((this.#remainders[i] ?? 0) - least) > error) continue
      if (weight >= 0 && weights[i] !== weight) return true
      weight = weights[i] ?? 0
    }
    return false
  }

  /** The least of the `left` largest remainders. */
  #leastGaining(left: number, size: number): number {
    const sorted = this.#sorted
    if (size > 24) return this.#remainders.slice(0, size).sort()[size - left] ?? 0
    for (let i = 0; i < size; i++) {
      const remainder = this.#remainders[i] ?? 0
      let j = i
      for (; j > 0 && (sorted[j - 1] ?? 0) < remainder; j--) sorted[j] = sorted[j - 1] ?? 0
      sorted[j] = remainder
    }
    return sorted[left - 1] ?? 0
  }

  /** One more to each of the `left` largest remainders. */
  #give(left: number, size: number, least: number): void {
    let equal = left
    for (let i = 0; i < size; i++) if ((this.#remainders[i] ?? 0) > least) equal--
    for (let i = 0; i < size; i++) {
      const remainder = this.#remainders[i] ?? 0
      if (remainder > least || (remainder === least && equal-- > 0)) this.parts[i] = (this.parts[i] ?? 0) + 1
    }
  }

  #grow(size: number): void {
    this.parts = roomFor(this.parts, size)
    this.#remainders = roomFor(this.#remainders, size)
    this.#sorted = roomFor(this.#sorted, size)
  }
}
