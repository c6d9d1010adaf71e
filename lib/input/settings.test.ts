import { describe, expect, it } from 'vitest'
import { OrganisationText } from './settings'

const fault = (input: unknown) => {
  const read = OrganisationText.safeParse(input)
  return read.success ? read.data : read.error.issues.map(({ message }) => message)
}

describe('settings as typed', () => {
  it('are read as people write them: full width, with their unit', () => {
    expect(fault({ goodFrom: '１００', watchFrom: '85%', agreedDays: ' 7 ', influenceDays: '365' })).toEqual({
      ...{ goodFrom: 1, watchFrom: 0.85, agreedDays: 7, influenceDays: 365 },
    })
    expect(fault({ watchFrom: '57％' })).toEqual({ watchFrom: 0.57 })
    expect(fault({})).toEqual({})
  })

  it.each([
    [{ goodFrom: '' }, 'thresholdInvalid'],
    [{ goodFrom: '0' }, 'thresholdInvalid'],
    [{ watchFrom: '80.5' }, 'thresholdInvalid'],
    [{ watchFrom: '201' }, 'thresholdInvalid'],
    [{ agreedDays: '-1' }, 'agreedDaysInvalid'],
    [{ agreedDays: '61' }, 'agreedDaysInvalid'],
    [{ agreedDays: '五' }, 'agreedDaysInvalid'],
    [{ influenceDays: '0' }, 'influenceDaysInvalid'],
    [{ influenceDays: '731' }, 'influenceDaysInvalid'],
    [{ name: '' }, 'nameMissing'],
  ])('%o is refused with its reason', (input, reason) => expect(fault(input)).toEqual([reason]))
})
