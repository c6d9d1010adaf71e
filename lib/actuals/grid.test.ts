import { describe, expect, it } from 'vitest'
import { fiscalYear } from '#lib/month'
import type { MonthlyActual } from '#lib/monthly-actual'
import { type GridSource, gridRows, gridSections, shownRows } from './grid'
import { gridValues, reversed, withChanges } from './values'

const STAGES = ['visit', 'lead', 'won'].map((key) => ({ key }))
const channel = (id: string, defaultEntry: string, archivedAt: string | null = null) => ({
  id,
  name: id,
  colour: 1,
  isMarketing: true,
  isDirect: false,
  grossMargin: null,
  defaultEntry,
  archivedAt,
})
const cell = (
  channelId: string | null,
  metric: string,
  month: MonthlyActual['month'],
  value: number,
): MonthlyActual => ({
  teamId: 'team',
  month,
  line: channelId === null ? 'existing' : 'channel',
  channelId,
  campaignId: null,
  metric,
  value,
  version: 1,
})
const source: GridSource = {
  stages: STAGES,
  channels: [channel('web', 'visit')],
  entries: new Map(),
  cells: [],
  plans: new Map(),
  campaigns: [],
  records: { choices: [], figures: [] },
  months: fiscalYear(2026, 4).months,
}
const keys = (sections: ReturnType<typeof gridSections>) => gridRows(sections).map((row) => row.key)

describe('rows of the grid', () => {
  it('puts existing and sales-sourced revenue above the channels', () => {
    expect(keys(gridSections({ ...source, channels: [] }))).toEqual(['existing revenue', 'salesSourced revenue'])
  })

  it('starts a channel at its default entry when the plan does not name it', () => {
    const sections = gridSections({ ...source, channels: [channel('expo', 'lead')] })
    expect(keys(sections).slice(2)).toEqual([
      'channel expo lead',
      'channel expo won',
      'channel expo revenue',
      'channel expo cost',
    ])
  })

  it('starts a channel at the entry of the active plan', () => {
    const sections = gridSections({ ...source, entries: new Map([['web', 'won']]) })
    expect(keys(sections).slice(2)).toEqual(['channel web won', 'channel web revenue', 'channel web cost'])
  })

  it('keeps a stage before the entry while it holds a figure', () => {
    const entries = new Map([['web', 'won']])
    const sections = gridSections({ ...source, entries, cells: [cell('web', 'visit', '2026-04', 9)] })
    expect(keys(sections)).toContain('channel web visit')
    expect(keys(sections)).not.toContain('channel web lead')
  })

  it('shows an archived channel that the active plan holds: its blanks are awaited, so there must be a place for them', () => {
    const archived = { ...source, channels: [channel('old', 'won', '2026-05-01T00:00:00Z')] }
    expect(keys(gridSections({ ...archived, entries: new Map([['old', 'won']]) }))).toHaveLength(5)
  })

  it('hides an archived channel unless it holds a figure', () => {
    const archived = { ...source, channels: [channel('old', 'won', '2026-05-01T00:00:00Z')] }
    expect(keys(gridSections(archived))).toHaveLength(2)
    expect(keys(gridSections({ ...archived, cells: [cell('old', 'won', '2026-04', 0)] }))).toHaveLength(5)
  })
})

describe('rows that are counted from records', () => {
  const place = { teamId: 'team', line: 'channel', channelId: 'web' } as const
  const records = {
    choices: [{ ...place, metric: 'visit', month: '2026-05' as const }],
    figures: [{ ...place, campaignId: null, metric: 'visit', month: '2026-06' as const, value: 3 }],
  }

  it('know from which month on, and their figures', () => {
    const rows = gridRows(gridSections({ ...source, records }))
    const [visit, lead] = rows.filter(({ channelId }) => channelId === 'web')
    expect(visit?.counted?.from).toBe(1)
    expect(visit?.counted?.figures.slice(0, 4)).toEqual([null, null, 3, null])
    expect(lead?.counted).toBeNull()
  })

  it('stay while records fill them, as if they were entered', () => {
    const entries = new Map([['web', 'won']])
    expect(keys(gridSections({ ...source, entries, records }))).toContain('channel web visit')
    const archived = { ...source, channels: [channel('web', 'won', '2026-05-01T00:00:00Z')] }
    expect(keys(gridSections({ ...archived, records }))).toContain('channel web visit')
  })
})

describe('campaigns of a channel', () => {
  const campaign = (id: string, startsOn: string, archivedAt: string | null = null) => ({
    id,
    teamId: 'team',
    channelId: 'web',
    name: id,
    startsOn,
    endsOn: startsOn,
    budget: null,
    plannedEntries: null,
    archivedAt,
  })
  const won = { ...source, channels: [channel('web', 'won')] }
  const idsOf = (given: Partial<GridSource>) => gridSections({ ...won, ...given })[1]?.campaigns.map(({ id }) => id)

  it('have the rows of their channel, and are on the screen when it is unfolded', () => {
    const sections = gridSections({ ...won, campaigns: [campaign('spring', '2026-05-12')] })
    expect(keys(sections).slice(5)).toEqual([
      'channel web spring won',
      'channel web spring revenue',
      'channel web spring cost',
    ])
    expect(shownRows(sections, new Set())).toHaveLength(5)
    expect(shownRows(sections, new Set(['web']))).toHaveLength(8)
  })

  it('are those of the year and of the half year before, whose deals may still come', () => {
    const campaigns = [
      campaign('long ago', '2025-09-30'),
      campaign('last autumn', '2025-10-01'),
      campaign('late', '2027-03-31'),
      campaign('next year', '2027-04-01'),
    ]
    expect(idsOf({ campaigns })).toEqual(['last autumn', 'late'])
  })

  it('stay when they hold a figure, archived or long over', () => {
    const old = campaign('old', '2024-05-12', '2026-01-01T00:00:00Z')
    expect(idsOf({ campaigns: [old] })).toEqual([])
    const filled = [{ ...cell('web', 'won', '2026-04', 1), campaignId: 'old' }]
    expect(idsOf({ campaigns: [old], cells: filled })).toEqual(['old'])
  })
})

describe('values of the grid', () => {
  const months = fiscalYear(2026, 4).months

  it('keeps a blank cell null beside an entered 0', () => {
    const values = gridValues([cell('web', 'lead', '2026-05', 0)], months)
    expect(values['channel web lead']?.slice(0, 3)).toEqual([null, 0, null])
  })

  it('keeps a campaign’s figure apart from its channel’s, and leaves other years out', () => {
    const ofCampaign = { ...cell('web', 'lead', '2026-05', 7), campaignId: 'spring' }
    const values = gridValues([ofCampaign, cell('web', 'lead', '2026-03', 7)], months)
    expect(Object.keys(values)).toEqual(['channel web spring lead'])
    expect(values['channel web spring lead']?.[1]).toBe(7)
  })

  it('changes one cell and takes it back', () => {
    const values = gridValues([cell('web', 'lead', '2026-04', 5)], months)
    const changes = [{ row: 'channel web lead', month: 0, before: 5, after: null }]
    const changed = withChanges(values, changes)
    expect(changed['channel web lead']?.[0]).toBeNull()
    expect(withChanges(changed, reversed(changes))['channel web lead']?.[0]).toBe(5)
  })
})
