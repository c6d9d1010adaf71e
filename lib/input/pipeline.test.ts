import { describe, expect, it } from 'vitest'
import { DealFilter, dealFilterOf, LeadFilter, leadFilterOf, PipelineView, pipelineViewOf } from './pipeline'

const OWN = { window: 90, agreed: 3 }

describe('days in an address', () => {
  it('are those of the domain where nobody chose any', () => {
    expect(PipelineView.parse({})).toMatchObject({ window: 180, agreed: 5, owner: null })
    expect([DealFilter.parse({}).window, LeadFilter.parse({}).agreed]).toEqual([180, 5])
  })

  it('are the organisation’s own where the address says nothing, or nothing that can be read', () => {
    expect(pipelineViewOf({}, OWN)).toMatchObject(OWN)
    expect(pipelineViewOf({ window: '0', agreed: 'five' }, OWN)).toMatchObject(OWN)
    expect(dealFilterOf({ window: '731' }, OWN).window).toBe(90)
    expect(leadFilterOf({ agreed: '61' }, OWN).agreed).toBe(3)
  })

  it('are what the address says, and so is the owner', () => {
    const view = { window: '30', agreed: '10', owner: '田中' }
    expect(pipelineViewOf(view, OWN)).toMatchObject({ window: 30, agreed: 10, owner: '田中' })
    expect(pipelineViewOf({ owner: '-' }, OWN).owner).toBe('-')
  })
})
