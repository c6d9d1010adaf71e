import { describe, expect, it } from 'vitest'
import { fiscalYear } from '#lib/month'
import { calendarsOf } from './calendar'

const fair = { channelId: 'fair', startsOn: '2026-05-20', plannedEntries: 420, budget: 3_000_000, archivedAt: null }
const year = fiscalYear(2026, 4)

describe('the calendar of a channel', () => {
  it('counts each campaign in the month in which it starts, those of one month together', () => {
    const second = { ...fair, startsOn: '2026-05-31', plannedEntries: 80, budget: null }
    const calendar = calendarsOf([fair, second, { ...fair, startsOn: '2027-03-31', budget: 1 }], year).get('fair')
    expect(calendar?.entries).toEqual([0, 500, 0, 0, 0, 0, 0, 0, 0, 0, 0, 420])
    expect(calendar?.budgets).toEqual([0, 3_000_000, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1])
  })

  it('leaves out what starts in another year, and what is archived', () => {
    const others = ['2026-03-31', '2027-04-01'].map((startsOn) => ({ ...fair, startsOn }))
    const archived = { ...fair, archivedAt: '2026-05-01T00:00:00Z' }
    expect(calendarsOf([...others, archived], year).get('fair')).toBeUndefined()
  })

  it('has no budgets while no campaign has one, and counts a blank figure as 0', () => {
    const blank = { ...fair, plannedEntries: null, budget: null }
    expect(calendarsOf([blank], year).get('fair')).toEqual({ entries: Array<number>(12).fill(0), budgets: null })
  })

  it('is each channel’s own', () => {
    const calendars = calendarsOf([fair, { ...fair, channelId: 'seminar', plannedEntries: 60 }], year)
    expect(calendars.get('fair')?.entries[1]).toBe(420)
    expect(calendars.get('seminar')?.entries[1]).toBe(60)
  })
})
