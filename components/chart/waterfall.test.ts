import { describe, expect, it } from 'vitest'
import { baseOf, type Step, spans } from './waterfall'

const step = (kind: Step['kind'], amount: number): Step => ({ key: kind, label: kind, kind, amount })

describe('a waterfall', () => {
  it('totals stand on the base line, effects where the step before them ended', () => {
    const steps = [step('total', 69), step('effect', 39), step('effect', -5), step('quiet', -3), step('total', 100)]
    expect(spans(steps)).toEqual([
      [0, 69],
      [69, 108],
      [108, 103],
      [103, 100],
      [0, 100],
    ])
  })
  it('may go below the base line', () => {
    expect(spans([step('total', 2), step('effect', -5), step('total', -3)])).toEqual([
      [0, 2],
      [2, -3],
      [0, -3],
    ])
  })
  it('of small effects stands on its first total: from 1,000 by −40 and +10 to 970 the bars run 0, −40, −30', () => {
    const steps = [step('total', 1000), step('effect', -40), step('effect', 10), step('total', 970)]
    expect(baseOf(steps)).toBe(1000)
    expect(spans(steps, baseOf(steps))).toEqual([
      [0, 0],
      [0, -40],
      [-40, -30],
      [0, -30],
    ])
  })
  it('of an effect of a tenth stands on 0', () => {
    expect(baseOf([step('total', 1000), step('effect', 100), step('total', 1100)])).toBe(0)
    expect(baseOf([step('total', 0), step('total', 0)])).toBe(0)
    expect(baseOf([])).toBe(0)
  })
})
