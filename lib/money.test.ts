import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { largestRemainder } from './money'

describe('largestRemainder', () => {
  it('gives what is left over to the largest remainders', () => {
    // 100 × 1/6 = 16.67, 100 × 2/6 = 33.33, 100 × 3/6 = 50: the one left over goes to the first.
    expect(largestRemainder(100, [1n, 2n, 3n])).toEqual([17, 33, 50])
  })

  it('gives equal remainders to the earlier part', () => {
    expect(largestRemainder(100, [1n, 1n, 1n])).toEqual([34, 33, 33])
    expect(largestRemainder(11, [1n, 1n, 1n])).toEqual([4, 4, 3])
  })

  it('keeps a credit and its sign', () => {
    expect(largestRemainder(-100, [1n, 1n, 1n])).toEqual([-34, -33, -33])
  })

  it('gives nothing where there is no weight', () => {
    expect(largestRemainder(100, [0n, 0n])).toEqual([0, 0])
    expect(largestRemainder(100, [])).toEqual([])
    expect(largestRemainder(5, [0n, 1n])).toEqual([0, 5])
  })

  it('adds up to the amount, each part within one of its quota', () => {
    const weights = fc.array(fc.bigInt({ min: 0n, max: 10n ** 12n }), { minLength: 1, maxLength: 30 })
    fc.assert(
      fc.property(fc.maxSafeNat(), weights, (total, own) => {
        const sum = own.reduce((a, b) => a + b, 0n)
        fc.pre(sum > 0n)
        const parts = largestRemainder(total, own)
        expect(parts.reduce((a, b) => a + BigInt(b), 0n)).toBe(BigInt(total))
        for (const [i, part] of parts.entries()) {
          const off = BigInt(part) * sum - BigInt(total) * (own[i] ?? 0n)
          expect(off < sum && off > -sum).toBe(true)
        }
      }),
    )
  })
})
