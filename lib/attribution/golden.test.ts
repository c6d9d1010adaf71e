import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { CreditBook } from './credit-book'
import { dealCredits } from './deal-credits'
import { markovCredits } from './markov'
import { dealOf, TEST_RULES } from './test-journey'
import { Transitions } from './transitions'

const read = (file: string) => readFileSync(new URL(`golden/${file}`, import.meta.url))
/** Rows of a CSV without commas in its cells, by their headers. */
function rowsOf(text: string): Record<string, string>[] {
  const [head = [], ...rows] = text
    .trim()
    .split('\n')
    .map((line) => line.split(',').map((cell) => cell.replaceAll('"', '').trim()))
  return rows.map((cells) => Object.fromEntries(head.map((name, i) => [name, cells[i] ?? ''])))
}

const journeys = rowsOf(gunzipSync(read('synth_100000.csv.gz')).toString())
const markov = rowsOf(read('synth_100000_markov1_exact.csv').toString())

const heuristic = rowsOf(read('synth_100000_heuristic.csv').toString())
const off = (actual: number | null | undefined, expected = '') => Math.abs((actual ?? 0) / Number(expected) - 1)

describe('first, last and linear over the journeys that converted', () => {
  const deals = journeys
    .filter(({ conv }) => conv === '1')
    .map(({ path = '', value }) =>
      dealOf(
        path.split(' > ').map((channel, day) => `${channel} ${day}`),
        { closedDay: 300, amount: Number(value) },
      ),
    )
  const book = new CreditBook(TEST_RULES, { bases: ['won'], models: ['first', 'last', 'linear'] })
  for (const deal of deals) book.add(deal)
  const cells = new Map(
    [...book.cells()].map(({ channelId, amounts, dealParts }) => [channelId, { amounts, dealParts }]),
  )
  const linear = new Map<string, { deals: number; value: number }>()
  for (const deal of deals) {
    for (const { touch, share } of dealCredits(deal, TEST_RULES, 'won', 'linear')) {
      const sum = linear.get(touch.channelId) ?? { deals: 0, value: 0 }
      linear.set(touch.channelId, { deals: sum.deals + share, value: sum.value + share * deal.amount })
    }
  }

  it.each(heuristic)('$channel_name', ({ channel_name = '', ...expected }) => {
    const cell = cells.get(channel_name)
    expect(cell?.dealParts[0]).toBe(Number(expected.first_touch_conversions) * 1_000_000)
    expect(cell?.amounts[0]).toBe(Number(expected.first_touch_value))
    expect(cell?.dealParts[1]).toBe(Number(expected.last_touch_conversions) * 1_000_000)
    expect(cell?.amounts[1]).toBe(Number(expected.last_touch_value))
    expect(off(linear.get(channel_name)?.deals, expected.linear_touch_conversions)).toBeLessThan(1e-9)
    expect(off(linear.get(channel_name)?.value, expected.linear_touch_value)).toBeLessThan(1e-9)
  })

  it('adds up to what was won, to the unit', () => {
    const amounts = deals.reduce((sum, { amount }) => sum + amount, 0)
    for (const m of [0, 1, 2]) {
      expect([...cells.values()].reduce((sum, cell) => sum + (cell.amounts[m] ?? 0), 0)).toBe(amounts)
      expect([...cells.values()].reduce((sum, cell) => sum + (cell.dealParts[m] ?? 0), 0)).toBe(
        deals.length * 1_000_000,
      )
    }
  })
})

describe('Markov over 100,000 journeys and 12 channels', () => {
  const transitions = new Transitions(markov.map(({ channel_name = '' }) => channel_name))
  for (const { path = '', conv, null: none, value } of journeys) {
    const places = path.split(' > ').map((channel) => transitions.indexOf(channel))
    transitions.addPath(places, 0, places.length, Number(conv), Number(value), Number(none))
  }
  const credits = markovCredits(transitions)
  const conversions = transitions.conversions.reduce((a, b) => a + b, 0)
  const value = transitions.values.reduce((a, b) => a + b, 0)

  it.each(markov)('$channel_name', (expected) => {
    const credit = credits.find(({ channelId }) => channelId === expected.channel_name)
    expect(off(credit?.removal.conversion, expected.removal_effects_conversion)).toBeLessThan(1e-9)
    expect(off(credit?.removal.value, expected.removal_effects_conversion_value)).toBeLessThan(1e-9)
    expect(off((credit?.share.conversion ?? 0) * conversions, expected.total_conversions)).toBeLessThan(1e-9)
    expect(off((credit?.share.value ?? 0) * value, expected.total_conversion_value)).toBeLessThan(1e-9)
    expect(Math.abs((credit?.amount ?? 0) - Number(expected.total_conversion_value))).toBeLessThan(1)
  })
})
