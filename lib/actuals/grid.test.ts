import { describe, expect, it } from 'vitest'
import { fiscalYear } from '#lib/month'
import type { MonthlyActual } from '#lib/monthly-actual'
import { gridRows, gridSections, gridValues, reversed, withChanges } from './grid'

const STAGES = ['visit', 'lead', 'won'].map((key) => ({ key }))
const channel = (id: string, defaultEntry: string, archivedAt: string | null = null) => ({
  id,
  name: id,
  colour: 1,
  isMarketing: true,
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
const source = { stages: STAGES, channels: [channel('web', 'visit')], entries: new Map(), cells: [], plans: new Map() }
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

describe('values of the grid', () => {
  const months = fiscalYear(2026, 4).months

  it('keeps a blank cell null beside an entered 0', () => {
    const values = gridValues([cell('web', 'lead', '2026-05', 0)], months)
    expect(values['channel web lead']?.slice(0, 3)).toEqual([null, 0, null])
  })

  it('leaves cells of campaigns and of other years out', () => {
    const ofCampaign = { ...cell('web', 'lead', '2026-05', 7), campaignId: 'spring' }
    expect(gridValues([ofCampaign, cell('web', 'lead', '2026-03', 7)], months)).toEqual({})
  })

  it('changes one cell and takes it back', () => {
    const values = gridValues([cell('web', 'lead', '2026-04', 5)], months)
    const changes = [{ row: 'channel web lead', month: 0, before: 5, after: null }]
    const changed = withChanges(values, changes)
    expect(changed['channel web lead']?.[0]).toBeNull()
    expect(withChanges(changed, reversed(changes))['channel web lead']?.[0]).toBe(5)
  })
})
