import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { bridgeOf } from './bridge'
import { type GoldenInput, goldenLedger } from './golden-ledger'

type GoldenBridge = { name: string; plan: number; actual: number; gap: number; effects: Record<string, number> }

const read = (file: string): unknown =>
  JSON.parse(readFileSync(new URL(`../funnel/golden/${file}`, import.meta.url), 'utf8'))

describe.each(['three-channels', 'scheduled'])('golden bridge: %s', (name) => {
  const ledger = goldenLedger(read(`${name}.input.json`) as GoldenInput)
  const { bridge } = read(`${name}.expected.json`) as { bridge: GoldenBridge[] }

  it.each(bridge)('$name: every effect, to the yen', (golden) => {
    const { plan, actual, gap, effects } = bridgeOf(ledger, golden.name)
    expect({ plan, actual, gap }).toEqual({ plan: golden.plan, actual: golden.actual, gap: golden.gap })
    expect(Object.fromEntries(effects.map(({ key, amount }) => [key, amount]))).toEqual(golden.effects)
  })
})
