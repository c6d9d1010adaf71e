import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { type GoldenInput, goldenLedger } from '#lib/plan-vs-actual/golden-ledger'
import { LANDING_CASES, landingOf } from './landing'

type GoldenChannel = {
  name: string
  revenueByMonth: number[]
  revenue: number
  rates: number[]
  dealSize: number
  won: number[]
}
type GoldenLanding = { revenue: number; channels: GoldenChannel[] }
type Golden = { landing: { byRates: Record<'plan' | 'observed', GoldenLanding> } }

const read = (file: string): unknown =>
  JSON.parse(readFileSync(new URL(`../funnel/golden/${file}`, import.meta.url), 'utf8'))

function expectClose(actual: readonly number[], expected: readonly number[]) {
  expect(actual).toHaveLength(expected.length)
  for (const [i, value] of expected.entries())
    expect(Math.abs((actual[i] ?? Number.NaN) - value)).toBeLessThanOrEqual(1e-9 * Math.abs(value))
}

describe.each(['three-channels', 'scheduled'])('golden landing: %s', (name) => {
  const ledger = goldenLedger(read(`${name}.input.json`) as GoldenInput)
  const { byRates } = (read(`${name}.expected.json`) as Golden).landing

  describe.each(['plan', 'observed'] as const)('at %s rates', (rates) => {
    const landing = landingOf(ledger, LANDING_CASES[rates])
    it('marketing lands on the golden revenue', () => expectClose([landing.marketing], [byRates[rates].revenue]))
    it.each(byRates[rates].channels)('$name: months, won deals, rates and deal size', (golden) => {
      const channel = landing.channels.find((each) => each.channelId === golden.name)
      expectClose(channel?.revenueByMonth ?? [], golden.revenueByMonth)
      expectClose([channel?.revenue ?? Number.NaN], [golden.revenue])
      expectClose(channel?.won ?? [], golden.won)
      expectClose(channel?.rates ?? [], golden.rates)
      expectClose([channel?.dealSize ?? Number.NaN], [golden.dealSize])
    })
  })
})
