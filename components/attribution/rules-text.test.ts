import { describe, expect, it } from 'vitest'
import { USUAL_RULES } from '#lib/attribution/kept-rules'
import { weightsText } from './rules-text'

describe('weights as they are printed', () => {
  it('are those of the model, in the order of the milestones, nothing where there are none', () => {
    expect(
      (['w', 'fullPath', 'u', 'j', 'inverseJ', 'linear', 'markov'] as const).map((model) =>
        weightsText(model, USUAL_RULES),
      ),
    ).toEqual(['30-30-30-10', '22.5-22.5-22.5-22.5-10', '40-40-20', '20-60-20', '60-20-20', '', ''])
  })

  it('of the own model are those of the organisation', () => {
    const custom = { first: 1250, leadCreation: 0, opportunityCreation: 5000, last: 3750, middle: 0 }
    expect(weightsText('custom', { custom })).toBe('12.5-50-37.5')
  })
})
