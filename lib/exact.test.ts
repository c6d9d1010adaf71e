import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ceilDiv, exactOf, ratioToNumber, roundDiv, textOf } from './exact'

describe('exactOf', () => {
  it('reads a decimal as printed', () => {
    expect(exactOf('0.012')).toEqual({ units: 12n, places: 3 })
    expect(exactOf('-0.05')).toEqual({ units: -5n, places: 2 })
    expect(exactOf('100')).toEqual({ units: 100n, places: 0 })
  })

  it.each(['', ' 1', '1e3', '0x10', '.5', '1.', '１', 'NaN', '1,000', '9'.repeat(21)])('refuses %j', (text) => {
    expect(exactOf(text)).toBeNull()
  })
})

describe('division', () => {
  it('rounds up only what is left over', () => {
    expect(ceilDiv(9000n, 9n)).toBe(1000n)
    expect(ceilDiv(9001n, 9n)).toBe(1001n)
    expect(ceilDiv(0n, 9n)).toBe(0n)
  })

  it('rounds halves upwards', () => {
    expect(roundDiv(3n, 2n)).toBe(2n)
    expect(roundDiv(5n, 4n)).toBe(1n)
  })

  it('gives the double nearest to a ratio, however long its parts', () => {
    expect(ratioToNumber(1n, 3n)).toBe(1 / 3)
    expect(ratioToNumber(10n ** 400n, 3n * 10n ** 399n)).toBe(10 / 3)
    expect(ratioToNumber(9007199254740993n, 1n)).toBe(9007199254740992)
    fc.assert(
      fc.property(
        fc.maxSafeNat(),
        fc.integer({ min: 1, max: 2 ** 31 }),
        fc.integer({ min: 0, max: 300 }),
        (a, b, zeros) => {
          const factor = 10n ** BigInt(zeros)
          expect(ratioToNumber(BigInt(a) * factor, BigInt(b) * factor)).toBe(a / b)
        },
      ),
    )
  })
})

it('a decimal is written in its shortest form', () => {
  const written = ([units, places]: [bigint, number]) => textOf({ units, places })
  const decimals: [bigint, number][] = [
    [320n, 4],
    [100n, 2],
    [0n, 3],
    [-5n, 2],
    [12345n, 0],
  ]
  expect(decimals.map(written)).toEqual(['0.032', '1', '0', '-0.05', '12345'])
})
