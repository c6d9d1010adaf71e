import { describe, expect, it } from 'vitest'
import { BLANK, daysText, readCampaign, textOf } from './campaign-text'

const typed = { ...BLANK, name: '計測展', channelId: 'c', startsOn: '2026-05-20', endsOn: '2026-05-22' }

describe('what was typed', () => {
  it('is read as people write figures: full width, with commas and 円', () => {
    expect(readCampaign({ ...typed, budget: '１，５００，０００円', plannedEntries: '1,200' }, 'JPY')).toMatchObject({
      ok: true,
      campaign: { budget: 1_500_000, plannedEntries: 1200 },
    })
  })

  it('keeps a blank apart from 0', () => {
    expect(readCampaign({ ...typed, budget: '', plannedEntries: '0' }, 'JPY')).toMatchObject({
      campaign: { budget: null, plannedEntries: 0 },
    })
  })

  it('lasts for one day when no end was chosen', () => {
    expect(readCampaign({ ...typed, endsOn: '' }, 'JPY')).toMatchObject({ campaign: { endsOn: '2026-05-20' } })
  })

  it('names every figure that cannot be read', () => {
    expect(readCampaign({ ...typed, budget: '約300万', plannedEntries: '12.5' }, 'JPY')).toEqual({
      ok: false,
      faults: { budget: 'numberUnreadable', plannedEntries: 'numberNotWhole' },
    })
  })

  it('of a campaign that exists comes back as it was: cents are decimals of a dollar', () => {
    const campaign = { ...typed, id: 'x', teamId: 't', budget: 123_456, plannedEntries: null, archivedAt: null }
    const text = textOf({ campaign }, 'USD')
    expect([text.budget, text.plannedEntries]).toEqual(['1,234.56', ''])
    expect(readCampaign(text, 'USD')).toMatchObject({ campaign: { budget: 123_456, plannedEntries: null } })
  })
})

describe('days', () => {
  it.each([
    ['2026-05-20', '2026-05-22', 'ja', '5/20–5/22'],
    ['2026-05-20', '2026-05-22', 'en', 'May 20–May 22'],
    ['2027-01-05', '2027-01-05', 'ja', '1/5'],
  ] as const)('%s to %s in %s: %s', (first, last, locale, text) => {
    expect(daysText(first, last, locale)).toBe(text)
  })
})
