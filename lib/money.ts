/**
 * Spreads a whole amount over weights so that the parts add up to it (largest remainder, DOMAIN §2 step 1):
 * each part is floored, and the units left over go to the largest remainders, equal ones to the earlier part.
 * Weights are ≥ 0; when all are 0 every part is 0.
 */
export function largestRemainder(total: number, weights: readonly bigint[]): number[] {
  const sum = weights.reduce((a, b) => a + b, 0n)
  if (sum === 0n) return weights.map(() => 0)
  const amount = BigInt(Math.abs(total))
  const parts = weights.map((weight) => (amount * weight) / sum)
  const left = Number(amount - parts.reduce((a, b) => a + b, 0n))
  const gaining = new Set(byRemainder(amount, weights, sum).slice(0, left))
  const sign = Math.sign(total)
  return parts.map((part, i) => sign * (Number(part) + (gaining.has(i) ? 1 : 0)) || 0)
}

/** Indexes of the weights, largest remainder of amount × weight ÷ sum first, equal remainders in their order. */
function byRemainder(amount: bigint, weights: readonly bigint[], sum: bigint): number[] {
  const remainders = weights.map((weight, index) => ({ index, remainder: (amount * weight) % sum }))
  remainders.sort((a, b) => (a.remainder === b.remainder ? a.index - b.index : a.remainder > b.remainder ? -1 : 1))
  return remainders.map(({ index }) => index)
}
