import { describe, expect, it } from 'vitest'
import { fiscalYear, type Month } from '#lib/month'
import { countedFigures, countedOf, isCounted } from './counted'
import { row } from './test-grid'

const { months } = fiscalYear(2026, 4)
const figure = (month: Month, value: number, campaignId: string | null = null, metric = 'lead') =>
  ({ teamId: 't', line: 'channel', channelId: 'web', campaignId, metric, month, value }) as const
const since = (month: Month) => ({ teamId: 't', line: 'channel', channelId: 'web', metric: 'lead', month }) as const

// April by hand; from May on records: 4 and 3 of a campaign, then none in June, 5 in July.
const figures = [
  figure('2026-04', 40),
  figure('2026-05', 4),
  figure('2026-05', 3, 'spring'),
  figure('2026-06', 0),
  figure('2026-07', 5),
  figure('2026-05', 99, null, 'won'),
]
const records = { choices: [since('2026-05')], figures }

describe('what a row shows from records', () => {
  it('begins with the chosen month and takes a channel’s campaigns in', () => {
    const counted = countedOf(row('lead'), records, months)
    expect(counted?.from).toBe(1)
    expect(counted?.figures.slice(0, 5)).toEqual([null, 7, 0, 5, null])
  })

  it('is a campaign’s own part in the campaign’s row', () => {
    expect(countedOf(row('lead', 'spring'), records, months)?.figures.slice(0, 3)).toEqual([null, 3, null])
  })

  it('covers the whole year when it began before it, and nothing of a year before', () => {
    const of = (month: Month) => countedOf(row('lead'), { choices: [since(month)], figures }, months)
    expect(of('2025-10')?.from).toBe(0)
    expect(of('2025-10')?.figures.slice(0, 2)).toEqual([40, 7])
    expect(of('2027-04')).toBeNull()
  })

  it('is chosen metric by metric', () => {
    expect(countedOf(row('won'), records, months)).toBeNull()
  })

  it('locks its months, those without records too', () => {
    const lead = { ...row('lead'), counted: countedOf(row('lead'), records, months) }
    expect([0, 1, 11].map((month) => isCounted(lead, month))).toEqual([false, true, true])
    expect(isCounted(row('lead'), 1)).toBe(false)
  })

  it('leaves out what was entered by hand and other years', () => {
    const given = { ...records, figures: [...figures, figure('2027-04', 1)] }
    expect(countedFigures(given, months).map(({ month, value }) => `${month} ${value}`)).toEqual([
      '2026-05 4',
      '2026-05 3',
      '2026-06 0',
      '2026-07 5',
    ])
  })
})
