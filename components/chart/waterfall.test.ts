import { describe, expect, it } from 'vitest'
import { type Step, spans } from './waterfall'

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
})
