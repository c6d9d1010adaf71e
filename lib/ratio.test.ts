import { describe, expect, it } from 'vitest'
import { attainment, ratio, sumOf, variance } from './ratio'

describe('ratio', () => {
  it('divides', () => expect(ratio(99, 69)).toBe(99 / 69))
  it('is undefined, not 0, when the denominator is 0', () => expect(ratio(5, 0)).toBeNull())
  it('is undefined when a part is not known', () => {
    expect(ratio(null, 5)).toBeNull()
    expect(ratio(5, null)).toBeNull()
  })
  it('is 0 when nothing came of something', () => expect(ratio(0, 5)).toBe(0))
})

describe('attainment and variance', () => {
  it('attainment is actual ÷ plan', () => expect(attainment(6, 8)).toBe(0.75))
  it('a plan below 0 cannot be attained', () => expect(attainment(0, -5)).toBeNull())
  it('variance is actual − plan', () => expect(variance(6, 8)).toBe(-2))
  it('there is no variance from an unknown', () => expect(variance(null, 8)).toBeNull())
})

describe('sumOf', () => {
  it('adds what is known', () => expect(sumOf([1, null, 2])).toBe(3))
  it('keeps an entered 0 apart from nothing entered', () => {
    expect(sumOf([0, null])).toBe(0)
    expect(sumOf([null, null])).toBeNull()
    expect(sumOf([])).toBeNull()
  })
})
