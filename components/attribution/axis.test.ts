import { describe, expect, it } from 'vitest'
import { axisOf } from './axis'

describe('the axis of amounts', () => {
  it.each([
    [42.6, [0, 10, 20, 30, 40]],
    [50, [0, 10, 20, 30, 40, 50]],
    [37_450_000, [0, 10_000_000, 20_000_000, 30_000_000]],
    [9, [0, 2, 4, 6, 8]],
    [0, [0]],
  ])('up to %d has round steps %j, at most five', (largest, ticks) => {
    expect(axisOf(largest)).toEqual({ top: largest, ticks })
  })
})
