import { describe, expect, it } from 'vitest'
import { blankForm, type ChannelForm, newChannelForm, type PlanForm } from './plan-form'
import type { PlanGivens } from './plan-state'
import { PlanStore } from './plan-store'

const STAGES = ['lead', 'won']
const GIVENS: PlanGivens = { stages: STAGES, decimals: 0, nextYear: null, calendars: new Map(), goalsOnly: false }
const channel = (id: string, share: string): ChannelForm => ({
  ...newChannelForm(id, 'lead', STAGES, share),
  rates: { won: '50' },
  dealSize: '100',
})
const form: PlanForm = {
  ...blankForm(null, STAGES),
  revenueGoal: '12,000',
  channels: [channel('a', '50'), channel('b', '50')],
}
const opened = (part: Partial<PlanForm> = {}) => new PlanStore({ ...form, ...part }, '', GIVENS)

describe('the plan on the screen', () => {
  it('follows a rate: its channel is computed anew, all else is the same object', () => {
    const plan = opened()
    const before = plan.state
    plan.type('channels.0.won.rate', '25')
    const after = plan.state
    // 6,000 ÷ 100 = 60 won; 60 ÷ 25 % = 240 leads.
    expect(after.figures.channels[0]?.funnel?.annual).toEqual([240, 60])
    expect(after.figures.channels[1]).toBe(before.figures.channels[1])
    expect(after.draft.channels[1]).toBe(before.draft.channels[1])
    expect(after.figures.goalByMonth).toBe(before.figures.goalByMonth)
    expect(after.order).toBe(before.order)
  })

  it('follows the KGI in every channel', () => {
    const plan = opened()
    plan.type('revenueGoal', '24000')
    expect(plan.state.figures.channels.map(({ funnel }) => funnel?.annual)).toEqual([
      [240, 120],
      [240, 120],
    ])
  })

  it('tells whoever listens, until they stop', () => {
    const plan = opened()
    let heard = 0
    const stop = plan.subscribe('plan', () => {
      heard += 1
    })
    plan.type('revenueGoal', '1')
    stop()
    plan.type('revenueGoal', '2')
    expect(heard).toBe(1)
  })

  it('tells who listens to a part of it of the keys that change that part', () => {
    const plan = opened()
    const heard: string[] = []
    plan.subscribe('channel 0', () => heard.push('first channel'))
    plan.subscribe('channel 1', () => heard.push('second channel'))
    plan.subscribe('assumed 0', () => heard.push('assumed of the first'))
    plan.subscribe('goals', () => heard.push('goals'))
    plan.subscribe('faults', () => heard.push('faults'))
    plan.type('channels.0.won.rate', '25')
    plan.type('revenueGoal', '24000')
    plan.type('channels.1.won.rate', '25x')
    expect(heard).toEqual([
      ...['first channel', 'assumed of the first'],
      ...['first channel', 'second channel', 'goals'],
      ...['second channel', 'faults'],
    ])
  })

  it('says of a channel what it is to bring only once there is a goal, also where it stays at nothing', () => {
    const plan = opened({ salesSourced: '12,000' })
    const revenue = () => plan.state.channels.map((channel) => channel.revenue)
    expect(revenue()).toEqual([0, 0])
    plan.type('revenueGoal', '')
    expect(revenue()).toEqual([null, null])
  })

  it('offers a channel what is left of the shares', () => {
    const plan = opened()
    plan.type('channels.1.share', '20')
    expect(plan.state.channels.map((channel) => channel.shareWithRest)).toEqual(['0.8', '0.5'])
  })

  it('names a text that cannot be read at its field, and forgets the fault with it', () => {
    const plan = opened()
    plan.type('channels.1.share', '5o')
    expect(plan.state.faults.get('channels.1.share')?.message).toBe('numberUnreadable')
    plan.type('channels.1.share', '50')
    expect(plan.state.faults.size).toBe(0)
  })

  it('waits with a sentence while its field is typed in, unless it stood there before', () => {
    const plan = opened()
    plan.enter('channels.0.share')
    expect(plan.state.typing).toBe('channels.0.share')
    plan.type('channels.0.share', 'x')
    expect(plan.state.shownFaults).toEqual({})
    plan.leave()
    expect(Object.keys(plan.state.shownFaults)).toEqual(['channels.0.share'])
    plan.enter('channels.0.share')
    expect(plan.state.typing).toBeNull()
  })

  it('takes the entry as the stage of the first cost that is typed, and keeps one that was chosen', () => {
    const plan = opened()
    plan.type('channels.0.unitCost', '9')
    expect(plan.state.form.channels[0]).toMatchObject({ unitCost: '9', unitCostStage: 'lead' })
    plan.changeChannel('b', { unitCostStage: 'won' })
    plan.type('channels.1.unitCost', '9')
    expect(plan.state.form.channels[1]?.unitCostStage).toBe('won')
  })

  it('follows what the server sends anew: next year wants nothing of a channel that its plan leaves out', () => {
    const plan = opened({ channels: [{ ...channel('a', '100'), lags: { won: '1' } }] })
    const march = () => plan.state.figures.channels[0]?.funnel?.monthly.lead?.[11]
    // 1,000 a month ÷ 100 ÷ 50 % = 20 leads, in March for next April.
    expect(march()).toBe(20)
    plan.regard({ ...GIVENS, nextYear: { channels: [] } })
    expect(march()).toBe(0)
  })
})
