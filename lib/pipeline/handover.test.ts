import { describe, expect, it } from 'vitest'
import { type HandoverCell, handoverByChannel, handoverOf, handoverState } from './handover'

const lead = (responseDays: number | null, age: number, given: Partial<HandoverCell> = {}): HandoverCell => ({
  ...{ channelId: 'web', count: 1, responseDays, age, isReturned: false, returnReason: null },
  ...given,
})

describe('the handover', () => {
  it('is in time on the fifth day, late on the sixth; untouched once five days are over', () => {
    expect(handoverState(lead(5, 90), 5)).toBe('inTime')
    expect(handoverState(lead(6, 90), 5)).toBe('late')
    expect(handoverState(lead(null, 5), 5)).toBe('waiting')
    expect(handoverState(lead(null, 6), 5)).toBe('untouched')
    expect(handoverState(lead(null, 6, { isReturned: true }), 5)).toBe('returned')
    expect(handoverState(lead(2, 6, { isReturned: true }), 5)).toBe('inTime')
  })

  it('counts each lead once: 8 passed = 3 in time + 1 late + 1 waiting + 2 untouched + 1 returned', () => {
    const cells = [
      ...[lead(0, 30, { count: 2 }), lead(4, 30, { isReturned: true, returnReason: '予算なし' }), lead(9, 30)],
      ...[lead(null, 3), lead(null, 40, { count: 2 }), lead(null, 50, { isReturned: true, returnReason: '対象外' })],
    ]
    const handover = handoverOf(cells)
    expect(handover).toMatchObject({
      ...{ passed: 8, worked: 4, inTime: 3, late: 1, waiting: 1, untouched: 2, returned: 1, allReturned: 2 },
      ...{ inTimeRate: 3 / 7 },
    })
    expect(handover.reasons).toEqual([
      { reason: '予算なし', count: 1 },
      { reason: '対象外', count: 1 },
    ])
    expect(handover.response).toMatchObject({ count: 4, mean: 13 / 4, p50: 2 })
  })

  it('takes other agreed days: of ten, the ninth is in time', () => {
    expect(handoverOf([lead(9, 30)], 10).inTime).toBe(1)
  })

  it('stands by channel, most passed first', () => {
    const rows = handoverByChannel([lead(1, 9), lead(null, 9, { channelId: 'expo', count: 4 })])
    expect(rows.map(({ channelId, passed, untouched }) => [channelId, passed, untouched])).toEqual([
      ['expo', 4, 4],
      ['web', 1, 0],
    ])
  })
})
