import { describe, expect, it } from 'vitest'
import { type Exact, exactOf } from '#lib/exact'
import { annualCounts } from './annual'
import type { Rounding } from './scenario'

const ratesOf = (texts: readonly string[]): Exact[] => texts.map(exactOf).filter((rate) => rate !== null)
const tree = (revenue: number, dealSize: number, rates: readonly string[], rounding: Rounding) =>
  annualCounts(revenue, dealSize, ratesOf(rates), rounding).counts.map(Number)

describe('the KPI tree of a year', () => {
  it('reproduces ¥50M ÷ ¥2M at 20 %, 80 %, 30 %', () => {
    expect(tree(50_000_000, 2_000_000, ['0.2', '0.8', '0.3'], 'stage')).toEqual([525, 105, 84, 25])
    expect(tree(50_000_000, 2_000_000, ['0.2', '0.8', '0.3'], 'exact')).toEqual([521, 105, 84, 25])
  })

  it('reproduces 100 won at 25 %, 40 %, 60 %, 25 %', () => {
    expect(tree(100, 1, ['0.25', '0.4', '0.6', '0.25'], 'exact')).toEqual([6667, 1667, 667, 400, 100])
    expect(tree(100, 1, ['0.25', '0.4', '0.6', '0.25'], 'stage')).toEqual([6672, 1668, 667, 400, 100])
  })

  it('reproduces $2M ÷ $75k at 20 %', () => {
    expect(tree(2_000_000, 75_000, ['0.2'], 'exact')).toEqual([134, 27])
    expect(tree(2_000_000, 75_000, ['0.2'], 'stage')).toEqual([135, 27])
    const { exact } = annualCounts(2_000_000, 75_000, ratesOf(['0.2']), 'exact')
    expect(exact[0]).toBeCloseTo(133.333333333, 9)
  })

  it('reproduces 40 won of ¥120M at 0.9 %, 30 %, 40 %, 25 %', () => {
    expect(tree(120_000_000, 3_000_000, ['0.009', '0.3', '0.4', '0.25'], 'stage')).toEqual([148223, 1334, 400, 160, 40])
  })

  it('never rounds up what divides evenly: 9 ÷ 0.9 % is 1,000 and 18 ÷ 0.9 % is 2,000', () => {
    expect(tree(9, 1, ['0.009'], 'stage')).toEqual([1000, 9])
    expect(tree(18, 1, ['0.009'], 'exact')).toEqual([2000, 18])
  })

  it.each(['stage', 'exact'] as const)('agrees with whole-number arithmetic on 399,000 pairs (%s)', (rounding) => {
    const differing: string[] = []
    for (let permille = 1; permille <= 1000; permille++) {
      const rates = ratesOf([(permille / 1000).toFixed(3)])
      for (let count = 1; count <= 399; count++) {
        const thousandfold = count * 1000
        const expected = (thousandfold - (thousandfold % permille)) / permille + (thousandfold % permille > 0 ? 1 : 0)
        const [actual] = annualCounts(count, 1, rates, rounding).counts
        if (actual !== BigInt(expected)) differing.push(`${count} ÷ ${permille}‰ = ${expected}, not ${actual}`)
      }
    }
    expect(differing).toEqual([])
  })
})
