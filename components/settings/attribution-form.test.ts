import { describe, expect, it } from 'vitest'
import { hundredthsOf, percentOf, type RulesForm, readRules, weightSum } from './attribution-form'

const form: RulesForm = {
  ...{ lookbackDays: '180', level: 'account', isMeasured: true, halfLifeDays: '', defaultModel: 'w' },
  ...{ custom: { first: '40', leadCreation: '', opportunityCreation: '20', last: '27.5', middle: '12.5%' } },
  grossMargin: '４０．５',
}

describe('attribution rules as typed', () => {
  it('are read in days and hundredths of a percent; blank weights are 0, a measured half-life is null', () => {
    expect(readRules(form)).toEqual({
      input: {
        ...{ lookbackDays: 180, level: 'account', halfLifeDays: null, defaultModel: 'w', grossMargin: 4050 },
        custom: { first: 4000, leadCreation: 0, opportunityCreation: 2000, last: 2750, middle: 1250 },
      },
    })
  })

  it('own weights add up to 100 or are refused', () => {
    const short = { ...form, custom: { ...form.custom, middle: '12' } }
    expect(weightSum(short)).toBe(9950)
    expect(readRules(short)).toEqual({ faults: ['weights'] })
    expect(weightSum({ custom: { ...form.custom, last: 'many' } })).toBeNull()
  })

  it('name each field that cannot be read', () => {
    const wrong = { ...form, lookbackDays: '731', grossMargin: '101' }
    expect(readRules(wrong)).toEqual({ faults: ['days', 'margin'] })
    expect(readRules({ ...form, isMeasured: false, halfLifeDays: '0' })).toEqual({ faults: ['days'] })
  })

  it('a margin that is not entered is null, not 0', () => {
    expect(readRules({ ...form, grossMargin: '' })).toMatchObject({ input: { grossMargin: null } })
    expect([hundredthsOf(''), hundredthsOf('0'), hundredthsOf('x'), percentOf(null), percentOf(2250)]).toEqual([
      ...[null, 0, undefined, '', '22.5'],
    ])
  })
})
