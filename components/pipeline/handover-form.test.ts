import { describe, expect, it } from 'vitest'
import { handoverChange, handoverFormOf } from './handover-form'

const seen = { passedAt: '2026-10-01', workedAt: '2026-10-03', returnedAt: null, returnReason: null }
const before = handoverFormOf(seen)

describe('the form of a handover', () => {
  it('sends only what was changed', () => {
    expect(handoverChange(before, before)).toEqual({})
    expect(handoverChange(before, { ...before, returnedAt: '2026-10-05' })).toEqual({ returnedAt: '2026-10-05' })
  })

  it('clears what is emptied', () => {
    expect(handoverChange(before, { ...before, workedAt: '', returnReason: '対象外' })).toEqual({
      workedAt: null,
      returnReason: '対象外',
    })
  })
})
