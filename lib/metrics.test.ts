import { describe, expect, it } from 'vitest'
import { isCount, METRICS, metricOf } from './metrics'

describe('the registry', () => {
  it('names every metric by its own key, in both languages, with a formula', () => {
    for (const [key, metric] of Object.entries(METRICS)) {
      expect(metric.key).toBe(key)
      for (const text of [metric.ja, metric.en, metric.formula.ja, metric.formula.en]) expect(text).not.toBe('')
    }
  })
  it('lower is better for cost and for what one lead, opportunity or win costs', () => {
    const down = Object.values(METRICS).filter((metric) => metric.better === 'down')
    expect(down.map((metric) => metric.key)).toEqual(['cost', 'cpl', 'cpa', 'costPerWon'])
  })
  it('a stage that an organisation has added is a count, better up', () => {
    expect(metricOf('appointment')).toMatchObject({ key: 'appointment', unit: 'count', better: 'up' })
  })
  it('stages are counts; revenue and cost are not', () => {
    expect([isCount('visit'), isCount('appointment'), isCount('revenue'), isCount('cost')]).toEqual([
      true,
      true,
      false,
      false,
    ])
  })
})
