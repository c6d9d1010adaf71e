import { describe, expect, it } from 'vitest'
import type { BridgeStep } from '../plan-vs-actual/bridge-steps'
import { causesOf } from './causes'

const channels = [
  { id: 'web', name: 'Web', colour: 1 },
  { id: 'expo', name: '展示会', colour: 2 },
]
const part = (channelId: string | null, amount: number, teamId = 'a') => {
  return { teamId, channelId, amount, planned: 50, actual: 50 + amount, base: null }
}
const step = (key: string, amount: number, parts = [part('web', amount)]): BridgeStep => {
  const effect = { key: 'dealSize', amount, byChannel: parts, isLever: true, within: null, isPartial: false } as const
  return { key, label: key, kind: key === 'timing' ? 'quiet' : 'effect', amount, effects: [effect] }
}
const total = (key: 'plan' | 'actual'): BridgeStep => ({ key, label: key, kind: 'total', amount: 900, effects: [] })
const amounts = (steps: BridgeStep[]) =>
  causesOf([total('plan'), ...steps, total('actual')], { channels }).map(({ key, amount }) => [key, amount])

describe('the causes of a gap', () => {
  it('are the effects, the largest first, without the totals and without what moved nothing', () => {
    expect(amounts([step('volume', 3), step('timing', -8), step('dealSize', 0)])).toEqual([
      ['timing', -8],
      ['volume', 3],
    ])
  })
  it('beyond five the small ones are one, so that the bars add up to the gap', () => {
    const steps = ['a', 'b', 'c', 'd', 'e', 'f'].map((key, i) => step(key, i % 2 === 0 ? i + 1 : -i - 1))
    expect(amounts(steps)).toEqual([
      ['f', -6],
      ['e', 5],
      ['d', -4],
      ['c', 3],
      ['others', -1],
    ])
  })
  it('five fit: one left over stands by itself', () => {
    const keys = amounts(['a', 'b', 'c', 'd', 'e'].map((key, i) => step(key, i + 1))).map(([key]) => key)
    expect(keys).toEqual(['e', 'd', 'c', 'b', 'a'])
  })
  it('name their channels, the teams’ together, the largest first', () => {
    const [cause] = causesOf([step('volume', 9, [part('web', 2), part('expo', 4), part('web', 3, 'b')])], { channels })
    expect(cause?.parts).toEqual([
      { name: 'Web', amount: 5 },
      { name: '展示会', amount: 4 },
    ])
  })
  it('of a line of revenue say plan and actual', () => {
    const [cause] = causesOf([step('existing', -8, [part(null, -8), part(null, -2, 'b')])], { channels })
    expect(cause).toMatchObject({ parts: [], compared: { planned: 100, actual: 90 } })
  })
})
