import { describe, expect, it } from 'vitest'
import { entryKinds, isLock, lockOf, shownValues } from './entry-kind'
import { counting, row, section, year } from './test-grid'

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

describe('a metric that is counted from records', () => {
  // From May on records say 7 and 8; by hand 40 and, below the records, 99 were entered.
  const web = counting(section(['lead', 'cost']), 'lead', 1, year(null, 7, 8))
  const byHand = { lead: year(40, 99) }
  const lead = web.rows[0] ?? row('lead')

  it('shows the records’ figure from that month on, whatever was entered', () => {
    expect(shownValues([web], byHand).lead?.slice(0, 4)).toEqual([40, 7, 8, null])
  })

  it('takes no figure in those months, with records or without, and in the others as ever', () => {
    const kinds = entryKinds([web], byHand)
    const locks = [0, 1, 3].map((month) => lockOf(lead, month, kinds, byHand))
    expect(locks).toEqual([null, 'counted', 'counted'])
    expect(lockOf(row('cost'), 1, kinds, byHand)).toBeNull()
    expect(isLock('counted')).toBe(true)
    expect(isLock('outside')).toBe(false)
  })

  it('counts instead of the campaigns’ sum, and is locked in the campaigns too', () => {
    const counted = counting(expo, 'lead', 1, year(null, 9))
    const spring = counted.campaigns[0]?.rows[0] ?? row('lead', 'spring')
    expect(shownValues([counted], values).lead?.slice(0, 2)).toEqual([40, 9])
    expect(shownValues([counted], values)['spring lead']?.[1]).toBeNull()
    expect(lockOf(spring, 1, entryKinds([counted], values), values)).toBe('counted')
  })

  it('does not decide how the other metrics of the month are entered', () => {
    const counted = counting(expo, 'lead', 1, year(null, 9))
    const kinds = entryKinds([counted], values)
    expect(kinds.get('web')?.slice(0, 2)).toEqual(['direct', null])
    expect(lockOf(row('cost'), 1, kinds, values)).toBeNull()
  })
})
