import { describe, expect, it } from 'vitest'
import type { GridRow } from './grid'
import { missingCells, rowTotal } from './missing-cells'

const year = (...first: (number | null)[]) => [...first, ...Array.from({ length: 12 - first.length }, () => null)]
const row = (metric: string, plan: (number | null)[]): GridRow => ({
  key: `channel web ${metric}`,
  line: 'channel',
  channelId: 'web',
  campaignId: null,
  metric,
  plan,
  counted: null,
})
const standing = { finishedThrough: 1, running: 2, awaits: true }

describe('missing cells', () => {
  it('are the blank cells of finished months in planned rows, month by month', () => {
    const rows = [row('lead', year(10, 10, 10)), row('won', year(1, 1, 1))]
    const values = { 'channel web lead': year(8) }
    expect(missingCells(rows, values, standing)).toEqual([
      { row: 1, month: 0 },
      { row: 0, month: 1 },
      { row: 1, month: 1 },
    ])
  })

  it('count an entered 0 as entered', () => {
    expect(missingCells([row('lead', year(10))], { 'channel web lead': year(0, 0) }, standing)).toEqual([])
  })

  it('leave out a row with neither plan nor entry, until something is entered in it', () => {
    const rows = [row('lead', year())]
    expect(missingCells(rows, {}, standing)).toEqual([])
    expect(missingCells(rows, { 'channel web lead': year(3) }, standing)).toEqual([{ row: 0, month: 1 }])
  })

  it('leave out cost without a plan, which is compared with nothing', () => {
    expect(missingCells([row('cost', year())], { 'channel web cost': year(3) }, standing)).toEqual([])
  })

  it('are the channel’s where it is entered by campaign: a campaign has none of its own', () => {
    const ofCampaign = { ...row('lead', year()), key: 'channel web spring lead', campaignId: 'spring' }
    expect(missingCells([ofCampaign], { 'channel web spring lead': year(3) }, standing)).toEqual([])
  })

  it('are none where records count: nobody could fill them', () => {
    const counted = { ...row('lead', year(10, 10)), counted: { from: 1, figures: year() } }
    expect(missingCells([counted], {}, standing)).toEqual([{ row: 0, month: 0 }])
  })

  it('do not exist where nothing is awaited of the team', () => {
    expect(missingCells([row('lead', year(10))], {}, { ...standing, awaits: false })).toEqual([])
  })
})

describe('total of the finished months', () => {
  it('leaves the running month out', () => {
    expect(rowTotal(year(5, 7, 100), 1)).toEqual({ sum: 12, partial: false })
  })

  it('is partial when a finished month is blank, and none when all are', () => {
    expect(rowTotal(year(5, null), 1)).toEqual({ sum: 5, partial: true })
    expect(rowTotal(year(null, null, 9), 1)).toEqual({ sum: null, partial: false })
  })

  it('does not exist before the year', () => {
    expect(rowTotal(year(5), -1)).toEqual({ sum: null, partial: false })
  })
})
