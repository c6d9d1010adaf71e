import { describe, expect, it } from 'vitest'
import { entryKinds, lockOf, shownValues } from './entry-kind'
import { row, section, year } from './test-grid'

const expo = section(['lead', 'cost'], ['spring', 'autumn'])
// April by channel, May by campaign, June blank.
const values = { lead: year(40), 'spring lead': year(null, 30), 'autumn lead': year(null, 12) }

describe('a channel with campaigns', () => {
  it('is entered one way in a month: one figure decides for all metrics', () => {
    expect(entryKinds([expo], values).get('web')?.slice(0, 3)).toEqual(['direct', 'campaigns', null])
  })

  it('shows its own figure, else the sum of its campaigns; a month without any is blank', () => {
    expect(shownValues([expo], values).lead?.slice(0, 3)).toEqual([40, 42, null])
    expect(shownValues([expo], values).cost?.[1]).toBeNull()
  })

  it('takes no figure the other way, in any metric of the month', () => {
    const kinds = entryKinds([expo], values)
    expect(lockOf(row('cost'), 1, kinds, values)).toBe('byCampaign')
    expect(lockOf(row('cost', 'spring'), 0, kinds, values)).toBe('byChannel')
    expect(lockOf(row('cost'), 0, kinds, values)).toBeNull()
    expect(lockOf(row('cost'), 2, kinds, values)).toBeNull()
  })

  it('lets a figure that stands there be blanked, even when both ways hold one', () => {
    const both = { ...values, lead: year(40, 5) }
    expect(lockOf(row('lead'), 1, entryKinds([expo], both), both)).toBeNull()
  })

  it('leaves the rows of a channel without campaigns as they are', () => {
    const plain = { lead: year(1) }
    expect(shownValues([section(['lead'])], plain).lead).toBe(plain.lead)
  })
})
