import { describe, expect, it } from 'vitest'
import { verdict } from './verdict'

const usual = { goodFrom: 1, watchFrom: 0.8 }

describe('verdict', () => {
  it('revenue and counts are ○ from 100 %, △ from 80 %, × below', () => {
    expect(verdict('revenue', 100, 100, usual)).toBe('good')
    expect(verdict('lead', 99, 100, usual)).toBe('watch')
    expect(verdict('lead', 80, 100, usual)).toBe('watch')
    expect(verdict('lead', 79, 100, usual)).toBe('bad')
  })
  it('judges the unrounded attainment: 99.96 % is △', () => expect(verdict('visit', 9996, 10_000, usual)).toBe('watch'))
  it('judges 79.99 % as ×, which prints as 80%', () => expect(verdict('visit', 7999, 10_000, usual)).toBe('bad'))
  it('cost is judged by plan ÷ actual: 56 % spent is ○, 125 % is △, 144 % is ×', () => {
    expect(verdict('cost', 56, 100, usual)).toBe('good')
    expect(verdict('cost', 125, 100, usual)).toBe('watch')
    expect(verdict('cost', 126, 100, usual)).toBe('bad')
    expect(verdict('cost', 144, 100, usual)).toBe('bad')
  })
  it('cost without a planned yen is ×; nothing spent has no plan ÷ actual', () => {
    expect(verdict('cost', 50, 0, usual)).toBe('bad')
    expect(verdict('cost', 0, 50, usual)).toBeNull()
  })
  it('follows the organisation’s thresholds', () => {
    expect(verdict('lead', 95, 100, { goodFrom: 0.95, watchFrom: 0.9 })).toBe('good')
    expect(verdict('lead', 89, 100, { goodFrom: 0.95, watchFrom: 0.9 })).toBe('bad')
  })
  it('an undefined attainment is not judged', () => {
    expect(verdict('lead', 5, 0, usual)).toBeNull()
    expect(verdict('lead', null, 5, usual)).toBeNull()
    expect(verdict('lead', 5, null, usual)).toBeNull()
    expect(verdict('revenue', 0, -5, usual)).toBeNull()
  })
})
