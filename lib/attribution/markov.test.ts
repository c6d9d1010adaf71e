import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { markovCredits } from './markov'
import { CONVERSION, NO_CONVERSION, START, Transitions } from './transitions'

type Path = { path: string; conversions?: number; value?: number; nulls?: number }

/** Journeys like 'GM': a letter for a channel. */
function transitionsOf(channels: string, paths: readonly Path[]): Transitions {
  const transitions = new Transitions([...channels])
  for (const { path, conversions = 0, value = 0, nulls = 0 } of paths) {
    const places = [...path].map((channel) => transitions.indexOf(channel))
    transitions.addPath(places, 0, places.length, conversions, value, nulls)
  }
  return transitions
}

const creditsOf = (channels: string, paths: readonly Path[]) => markovCredits(transitionsOf(channels, paths))
const published: Path[] = [
  { path: 'G', conversions: 1, value: 100 },
  { path: 'M', conversions: 1, value: 100, nulls: 1 },
  { path: 'GM', conversions: 1, value: 100 },
]

describe('journeys G, M and G>M convert and one M does not (DOMAIN §7)', () => {
  // Without G, only the two journeys that begin with M can convert: 3/4 falls to 1/2 · 2/3 = 1/3, 5/9 of it is lost.
  // Without M, only G: 3/4 falls to 1/2 · 1/2 = 1/4, 2/3 of it is lost. 5/9 to 2/3 is 5 to 6.
  it('credits G with 5/11 and M with 6/11', () => {
    const credits = creditsOf('GM', published)
    expect(credits.map(({ removal }) => removal.conversion)).toEqual([
      expect.closeTo(5 / 9, 14),
      expect.closeTo(2 / 3, 14),
    ])
    expect(credits.map(({ share }) => share.conversion)).toEqual([
      expect.closeTo(5 / 11, 14),
      expect.closeTo(6 / 11, 14),
    ])
    // 3 conversions and a value of 300: 1 4/11 and 1 7/11 deals, 136.36 and 163.64.
    expect(credits.map(({ amount, dealParts }) => [amount, dealParts])).toEqual([
      [136, 1_363_636],
      [164, 1_636_364],
    ])
  })

  it('is the same from moves that were counted elsewhere', () => {
    const transitions = new Transitions(['G', 'M'])
    transitions.addCounts([
      { from: START, to: 'G', count: 2, value: 0 },
      { from: START, to: 'M', count: 2, value: 0 },
      { from: 'G', to: 'M', count: 1, value: 0 },
      { from: 'G', to: CONVERSION, count: 1, value: 100 },
      { from: 'M', to: CONVERSION, count: 2, value: 200 },
      { from: 'M', to: NO_CONVERSION, count: 1, value: 0 },
      // Deals without any touch say nothing of channels: 接点なし.
      { from: START, to: CONVERSION, count: 9, value: 900 },
    ])
    expect(markovCredits(transitions)).toEqual(creditsOf('GM', published))
  })
})

describe('by value', () => {
  it('weighs a conversion by the mean of those with the same last channel', () => {
    // Half of the journeys are A (300), half are B>A (100): all end in A, worth 200 in the mean. Without B half is lost.
    const credits = creditsOf('AB', [
      { path: 'A', conversions: 1, value: 300 },
      { path: 'BA', conversions: 1, value: 100 },
    ])
    expect(credits.map(({ removal }) => removal)).toEqual([
      { conversion: 1, value: 1 },
      { conversion: 0.5, value: 0.5 },
    ])
    expect(credits.map(({ amount }) => amount)).toEqual([267, 133])
  })

  it('differs from conversions where last channels differ in worth', () => {
    const credits = creditsOf('AB', [
      { path: 'A', conversions: 1, value: 900 },
      { path: 'B', conversions: 1, value: 100 },
    ])
    expect(credits.map(({ amount, dealParts }) => [amount, dealParts])).toEqual([
      [900, 1_000_000],
      [100, 1_000_000],
    ])
  })
})

describe('at the edges', () => {
  it('has no removal effect and no credit without any conversion', () => {
    const [credit] = creditsOf('A', [{ path: 'A', nulls: 5 }])
    expect(credit).toEqual({
      channelId: 'A',
      removal: { conversion: null, value: null },
      share: { conversion: null, value: null },
      ...{ amount: 0, dealParts: 0 },
    })
  })

  it('gives everything to the only channel', () => {
    const [credit] = creditsOf('A', [{ path: 'A', conversions: 2, value: 301, nulls: 5 }])
    expect(credit).toMatchObject({ removal: { conversion: 1, value: 1 }, amount: 301, dealParts: 2_000_000 })
  })

  it('gives nothing to a channel that no conversion passed, nor to one that no journey did', () => {
    const credits = creditsOf('ABC', [
      { path: 'A', conversions: 1, value: 70 },
      { path: 'B', nulls: 3 },
    ])
    expect(credits.map(({ removal, amount }) => [removal.conversion, amount])).toEqual([
      [1, 70],
      [0, 0],
      [0, 0],
    ])
  })

  it('has no effect by value where nothing was worth anything, and still counts deals', () => {
    const credits = creditsOf('AB', [{ path: 'AB', conversions: 1 }])
    expect(credits.map(({ removal, amount, dealParts }) => [removal.value, amount, dealParts])).toEqual([
      [null, 0, 500_000],
      [null, 0, 500_000],
    ])
  })

  it('shares amounts by conversions where values of both signs leave no sensible parts', () => {
    const credits = creditsOf('AB', [
      { path: 'A', conversions: 1, value: 300 },
      { path: 'B', conversions: 1, value: -100 },
    ])
    expect(credits.map(({ amount }) => amount)).toEqual([100, 100])
  })

  it('refuses a channel that was not named', () => {
    const counts = [{ from: START, to: 'X', count: 1, value: 0 }]
    expect(() => new Transitions(['A']).addCounts(counts)).toThrow(RangeError)
  })
})

const journey = fc.record({
  path: fc.array(fc.constantFrom(...'ABCDE'), { minLength: 1, maxLength: 7 }).map((path) => path.join('')),
  conversions: fc.nat(3),
  nulls: fc.nat(3),
  unit: fc.nat(1000),
})
const journeys = fc
  .array(journey, { minLength: 1, maxLength: 20 })
  .map((paths) => paths.map(({ unit, ...path }) => ({ ...path, value: unit * path.conversions })))

describe('rules for any journeys', () => {
  it('amounts add up to what was won and deals to the conversions', () => {
    fc.assert(
      fc.property(journeys, (paths) => {
        const credits = creditsOf('ABCDE', paths)
        expect(credits.reduce((sum, { amount }) => sum + amount, 0)).toBe(
          paths.reduce((sum, { value }) => sum + value, 0),
        )
        const conversions = paths.reduce((sum, path) => sum + path.conversions, 0)
        expect(credits.reduce((sum, { dealParts }) => sum + dealParts, 0)).toBe(conversions * 1_000_000)
      }),
    )
  })

  it('a channel seen twice in a row counts as seen once', () => {
    fc.assert(
      fc.property(journeys, (paths) => {
        const merged = paths.map((path) => ({ ...path, path: path.path.replace(/(.)\1+/g, '$1') }))
        const plain = creditsOf('ABCDE', paths)
        creditsOf('ABCDE', merged).forEach((credit, i) => {
          expect(credit.removal.conversion ?? 0).toBeCloseTo(plain[i]?.removal.conversion ?? 0, 12)
          expect(credit.removal.value ?? 0).toBeCloseTo(plain[i]?.removal.value ?? 0, 12)
        })
      }),
    )
  })

  it('what is lost without a channel is what a walk that stops there does not reach', () => {
    fc.assert(
      fc.property(journeys, fc.constantFrom(...'ABCDE'), (paths, removed) => {
        const credits = creditsOf('ABCDE', paths)
        const all = reached(paths, null)
        const expected = all === 0 ? null : 1 - reached(paths, removed) / all
        const removal = credits.find(({ channelId }) => channelId === removed)?.removal.conversion ?? null
        expect(removal === null).toBe(expected === null)
        expect(removal ?? 0).toBeCloseTo(expected ?? 0, 9)
      }),
    )
  })
})

/** The part of walks that come to a conversion, by following their moves step by step until next to nothing is left. */
function reached(paths: readonly Required<Omit<Path, 'value'>>[], removed: string | null): number {
  const moves = new Map<string, Map<string, number>>()
  const count = (from: string, to: string, times: number) => {
    const row = moves.get(from) ?? new Map<string, number>()
    moves.set(from, row.set(to, (row.get(to) ?? 0) + times))
  }
  for (const { path, conversions, nulls } of paths) {
    const steps = ['start', ...path]
    steps.slice(1).forEach((to, i) => {
      count(steps[i] ?? '', to, conversions + nulls)
    })
    count(steps.at(-1) ?? '', 'conversion', conversions)
    count(steps.at(-1) ?? '', 'null', nulls)
  }
  let walking = new Map([['start', 1]])
  let converted = 0
  for (let step = 0; step < 5000 && walking.size > 0; step++) {
    const next = new Map<string, number>()
    for (const [state, part] of walking) {
      const row = moves.get(state) ?? new Map<string, number>()
      const all = [...row.values()].reduce((a, b) => a + b, 0)
      for (const [to, times] of row) {
        const moved = all === 0 ? 0 : (part * times) / all
        if (to === 'conversion') converted += moved
        else if (to !== 'null' && to !== removed && moved > 1e-16) next.set(to, (next.get(to) ?? 0) + moved)
      }
    }
    walking = next
  }
  return converted
}
