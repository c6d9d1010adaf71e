import { describe, expect, it } from 'vitest'
import { causesOf } from './restatement'

const side = (amount: number, touches: number) => ({ amount, touches })

describe('why a deal’s credits in a closed month are others', () => {
  it('names a late touch beside a changed amount', () => {
    expect(causesOf({ cause: 'amountChanged', before: side(1_000_000, 2), after: side(1_200_000, 3) })).toEqual([
      ...['amountChanged', 'touchesChanged'],
    ])
  })

  it('names each of them once, what was written down first', () => {
    expect(causesOf({ cause: 'scopeChanged', before: side(100, 2), after: side(200, 1) })).toEqual([
      ...['scopeChanged', 'amountChanged', 'touchesChanged'],
    ])
    expect(causesOf({ cause: 'touchesChanged', before: side(100, 2), after: side(100, 3) })).toEqual(['touchesChanged'])
    expect(causesOf({ cause: 'milestonesChanged', before: side(100, 2), after: side(100, 2) })).toEqual([
      'milestonesChanged',
    ])
  })

  it('of a deal that came or went is that alone', () => {
    expect(causesOf({ cause: 'dealAdded', before: null, after: side(200, 1) })).toEqual(['dealAdded'])
    expect(causesOf({ cause: 'dealRemoved', before: side(200, 1), after: null })).toEqual(['dealRemoved'])
  })
})
