import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { largestRemainder } from '#lib/money'
import { Apportionment } from './apportion'

const apportionment = new Apportionment()
function partsOf(amount: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((a, b) => a + b, 0)
  apportionment.spread(amount, Float64Array.from(weights), weights.length, sum)
  return [...apportionment.parts.subarray(0, weights.length)]
}

describe('whole parts of an amount', () => {
  it('go by the larger remainder, of equal ones to the earlier: 5 over 1-2-4-8 is ⅓, ⅔, 1⅓ and 2⅔', () => {
    expect(partsOf(5, [1, 2, 4, 8])).toEqual([0, 1, 1, 3])
    expect(partsOf(2, [1, 4, 1])).toEqual([1, 1, 0])
    expect(partsOf(2, [4, 1, 1])).toEqual([2, 0, 0])
  })

  it('go by exact remainders, also where a double cannot tell them apart', () => {
    // ⅓, 1⅓ and ⅓ again, of weights too large for exact products.
    expect(partsOf(2, [2 ** 50, 2 ** 52, 2 ** 50])).toEqual([1, 1, 0])
    expect(partsOf(2, [2 ** 52, 2 ** 50, 2 ** 50])).toEqual([2, 0, 0])
    // A weight of nothing beside 2^50: the largest amount less one, and one by its remainder.
    expect(partsOf(Number.MAX_SAFE_INTEGER, [2 ** 50, 0, 2 ** 50])).toEqual([
      4_503_599_627_370_496, 0, 4_503_599_627_370_495,
    ])
  })

  it('go to the earlier of thirty equal ones: 100 is 4 ten times and 3 twenty times', () => {
    expect(partsOf(100, Array<number>(30).fill(1))).toEqual([
      ...Array<number>(10).fill(4),
      ...Array<number>(20).fill(3),
    ])
  })

  it('are nothing of nothing, without a sign', () => {
    expect(partsOf(0, [1, 2])).toEqual([0, 0])
    expect(partsOf(-1, [1, 2])).toEqual([0, -1])
  })

  const amounts = fc.oneof(fc.integer({ min: -1000, max: 1000 }), fc.maxSafeInteger())
  const weights = fc.oneof(
    fc.nat(9),
    fc.nat(10_000),
    fc.integer({ min: 0, max: 2 ** 50 }),
    fc.nat(50).map((n) => 2 ** n),
  )
  it('are those of the plain method in whole numbers, for any amount and weights', () => {
    const sumsUp = (all: readonly number[]) => all.some((weight) => weight > 0)
    const lists = fc.array(weights, { minLength: 1, maxLength: 40 }).filter(sumsUp)
    fc.assert(
      fc.property(amounts, lists, (amount, list) => {
        expect(partsOf(amount, list)).toEqual(largestRemainder(amount, list.map(BigInt)))
      }),
      { numRuns: 2000 },
    )
  })
})
