import { describe, expect, it } from 'vitest'
import type { ChannelDraft, PlanDraft } from '#lib/input/plan-draft'
import { figureDifferences, inputDifferences } from './differences'
import { scenarioOf } from './draft'
import { planFigures } from './plan'

const web: ChannelDraft = {
  channelId: 'web',
  share: '1',
  entry: 'opportunity',
  transitions: [{ to: 'won', rate: '0.5', lag: '0' }],
  dealSize: 100,
  unitCostStage: null,
  unitCost: null,
  fixedCostPerMonth: null,
  scheduled: false,
  entryUplift: null,
  note: null,
}
const plan: PlanDraft = {
  revenueGoal: 1200,
  existing: 0,
  salesSourced: 0,
  spread: { kind: 'weights', values: Array<string>(12).fill('1') },
  nextYearGrowth: '0',
  rounding: 'stage',
  salesPeople: null,
  opportunitiesPerPerson: null,
  channels: [web],
}
const plain = { channelId: null, stage: null }

describe('two versions side by side', () => {
  it('that are equal have no difference', () => {
    expect(inputDifferences(plan, structuredClone(plan))).toEqual([])
    const written = [{ ...web, share: '1.00', transitions: [{ to: 'won', rate: '0.500', lag: '0.0' }] }]
    expect(inputDifferences(plan, { ...plan, channels: written })).toEqual([])
  })

  it('show each input that differs, in the order of the form', () => {
    const channels = [{ ...web, transitions: [{ to: 'won', rate: '0.4', lag: ['0.5', '0.5'] }], note: '前年度から' }]
    const values = plan.spread.values.with(3, '2')
    const changed: PlanDraft = {
      ...plan,
      revenueGoal: 1300,
      spread: { ...plan.spread, values },
      salesPeople: 4,
      channels,
    }
    expect(inputDifferences(plan, changed)).toEqual([
      { ...plain, name: 'revenueGoal', kind: 'amount', left: 1200, right: 1300 },
      { ...plain, name: 'weights.3', kind: 'decimal', left: '1', right: '2' },
      { ...plain, name: 'salesPeople', kind: 'count', left: null, right: 4 },
      { name: 'rate', channelId: 'web', stage: 'won', kind: 'fraction', left: '0.5', right: '0.4' },
      { name: 'lag', channelId: 'web', stage: 'won', kind: 'lag', left: '0', right: ['0.5', '0.5'] },
      { ...plain, name: 'note', channelId: 'web', kind: 'text', left: null, right: '前年度から' },
    ])
  })

  it('a channel that one of them lacks is shown with all that it holds', () => {
    const without = inputDifferences(plan, { ...plan, channels: [] })
    expect(without.map(({ name, left, right }) => [name, left, right])).toEqual([
      ['inPlan', true, null],
      ['share', '1', null],
      ['entry', 'opportunity', null],
      ['dealSize', 100, null],
      ['rate', '0.5', null],
      ['lag', '0', null],
      ['scheduled', false, null],
    ])
  })

  it('show the main figures that follow', () => {
    const stages = ['opportunity', 'won']
    const figures = (draft: PlanDraft) => planFigures(scenarioOf(draft, stages))
    const changed = { ...plan, channels: [{ ...web, transitions: [{ to: 'won', rate: '0.25', lag: '0' }] }] }
    // 12 wins of 100: at 50 % 24 opportunities, at 25 % 48.
    const opportunity = { name: 'inYear', stage: 'opportunity', kind: 'count', left: 24, right: 48 }
    expect(figureDifferences(figures(plan), figures(changed))).toEqual([
      { ...opportunity, channelId: null },
      { ...opportunity, channelId: 'web' },
    ])
  })

  it('show what a scheduled channel leaves open, and what costs where nothing did', () => {
    const figures = (draft: PlanDraft) => planFigures(scenarioOf(draft, ['opportunity', 'won']))
    const changed = { ...plan, channels: [{ ...web, scheduled: true, fixedCostPerMonth: 10 }] }
    expect(
      figureDifferences(figures(plan), figures(changed)).map(({ name, channelId, left, right }) => [
        ...[name, channelId, left, right],
      ]),
    ).toEqual([
      ['kept', null, 1200, 0],
      ['inYear', null, 24, 0],
      ['inYear', null, 12, 0],
      ['cost', null, null, 120],
      ['inYear', 'web', 24, 0],
      ['kept', 'web', 1200, 0],
      ['uncovered', 'web', null, 24],
      ['cost', 'web', null, 120],
    ])
  })
})
