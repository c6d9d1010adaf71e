import { expect, it } from 'vitest'
import type { FigureStyle } from '../plan-vs-actual/figure-text'
import { rangeText } from './words'

const style: FigureStyle = { locale: 'ja', unit: 'thousand', currency: 'JPY', negativeStyle: 'minus' }
const booked = { reconciliation: { booked: { amount: 4_000_000, dealParts: 0 } } }
const range = (ends: readonly [number, number], show: 'amount' | 'share') =>
  // Of a reconciliation nothing else counts here.
  rangeText(
    ends,
    { view: { show }, style } as Parameters<typeof rangeText>[1],
    booked as Parameters<typeof rangeText>[2],
  )

it('a range has two ends, or one where they read the same', () => {
  expect(range([1_000_000, 3_000_000], 'amount')).toBe('1,000–3,000')
  expect(range([1_000_000, 3_000_000], 'share')).toBe('25.0%–75.0%')
  expect(range([3_000_000, 3_000_000], 'amount')).toBe('3,000')
  expect(range([3_000_100, 3_000_400], 'amount')).toBe('3,000')
})
