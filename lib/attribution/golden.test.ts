import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { markovCredits } from './markov'
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

describe('Markov over 100,000 journeys and 12 channels', () => {
  const transitions = new Transitions(markov.map(({ channel_name = '' }) => channel_name))
  for (const { path = '', conv, null: none, value } of journeys) {
    const places = path.split(' > ').map((channel) => transitions.indexOf(channel))
    transitions.addPath(places, 0, places.length, Number(conv), Number(value), Number(none))
  }
  const credits = markovCredits(transitions)
  const conversions = transitions.conversions.reduce((a, b) => a + b, 0)
  const value = transitions.values.reduce((a, b) => a + b, 0)
  const off = (actual: number | null | undefined, expected = '') => Math.abs((actual ?? 0) / Number(expected) - 1)

  it.each(markov)('$channel_name', (expected) => {
    const credit = credits.find(({ channelId }) => channelId === expected.channel_name)
    expect(off(credit?.removal.conversion, expected.removal_effects_conversion)).toBeLessThan(1e-9)
    expect(off(credit?.removal.value, expected.removal_effects_conversion_value)).toBeLessThan(1e-9)
    expect(off((credit?.share.conversion ?? 0) * conversions, expected.total_conversions)).toBeLessThan(1e-9)
    expect(off((credit?.share.value ?? 0) * value, expected.total_conversion_value)).toBeLessThan(1e-9)
    expect(Math.abs((credit?.amount ?? 0) - Number(expected.total_conversion_value))).toBeLessThan(1)
  })
})
