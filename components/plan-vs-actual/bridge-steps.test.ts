import { describe, expect, it } from 'vitest'
import type { Bridge, Effect } from '#lib/plan-vs-actual/bridge'
import { testLedger } from '#lib/plan-vs-actual/test-ledger'
import { bridgeSteps } from './bridge-steps'

const effect = (key: Effect['key'], amount: number): Effect => {
  return { key, amount, byChannel: [], isLever: true, within: null, isPartial: false }
}
const bridge: Bridge = {
  ...{ plan: 69, actual: 100, gap: 31, through: 5, partialChannels: [] },
  effects: [
    effect('volume:lead', 39),
    effect('rate:won', -5),
    effect('timing', -6),
    effect('existing', 2),
    effect('unplanned:a', 0.5),
    effect('unplanned:b', 0.5),
  ],
}
const steps = bridgeSteps(bridge, { ledger: testLedger({}), locale: 'ja', t: (key) => key })

describe('the bars of a bridge', () => {
  it('lead from plan to actual; what is no lever stands last, hatched; unplanned channels are one bar', () => {
    expect(steps.map(({ key, kind, amount }) => [key, kind, amount])).toEqual([
      ['plan', 'total', 69],
      ['volume:lead', 'effect', 39],
      ['rate:won', 'effect', -5],
      ['existing', 'effect', 2],
      ['unplanned', 'effect', 1],
      ['timing', 'quiet', -6],
      ['actual', 'total', 100],
    ])
  })
})
