import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { previewOf } from './preview'
import { PreviewInput } from './preview-input'

const read = (file: string): Record<string, unknown> =>
  JSON.parse(readFileSync(new URL(`../funnel/golden/${file}`, import.meta.url), 'utf8'))
/** What a client of the API gets for the text that it sent. */
const answered = (sent: unknown): unknown =>
  JSON.parse(JSON.stringify(previewOf(PreviewInput.parse(JSON.parse(JSON.stringify(sent))))))

/** What of the golden figures the answer has otherwise, to 1e-9: a count that is off by one is far beyond that. */
function differences(golden: unknown, actual: unknown, path = ''): string[] {
  if (typeof golden === 'number' && typeof actual === 'number')
    return Math.abs(golden - actual) <= 1e-9 * Math.abs(golden) ? [] : [`${path}: ${golden} ≠ ${actual}`]
  if (typeof golden !== 'object' || golden === null) return golden === actual ? [] : [`${path}: ${golden} ≠ ${actual}`]
  if (typeof actual !== 'object' || actual === null) return [`${path} is missing`]
  const own = new Map(Object.entries(actual))
  const extra = Array.isArray(golden) && golden.length !== own.size ? [`${path} has ${own.size} elements`] : []
  return [
    ...extra,
    ...Object.entries(golden).flatMap(([key, value]) => differences(value, own.get(key), `${path}.${key}`)),
  ]
}

describe('a previewed plan', () => {
  it.each(['web-only', 'three-channels', 'float-traps', 'scheduled'])('has the golden figures: %s', (name) => {
    expect(differences(read(`${name}.expected.json`), answered(read(`${name}.input.json`)))).toEqual([])
  })

  it('has counts and yen exactly', () => {
    const { channels } = answered(read('web-only.input.json')) as { channels: { annual: number[] }[] }
    expect(channels[0]?.annual).toEqual([148223, 1334, 400, 160, 40])
  })

  it('has neither landing nor bridge without actuals', () => {
    const preview = answered(read('web-only.input.json'))
    expect(preview).not.toHaveProperty('landing')
    expect(preview).not.toHaveProperty('bridge')
    expect(answered(read('scheduled.input.json'))).toHaveProperty('bridge')
  })

  it('of a channel with an impossible rate has its revenue, and the other channels’ figures', () => {
    const input = { goal: 100, channels: [channel({ rates: ['0'] }), channel({ name: 'B', share: '0' })] }
    const { channels } = previewOf(PreviewInput.parse(input))
    expect(channels[0]).toEqual({ name: 'A', revenue: 100, revenueByMonth: expect.any(Array) })
    expect(channels[1]).toHaveProperty('annual')
  })

  it('takes twelve amounts in the place of weights', () => {
    const goalByMonth = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 40, 60]
    const { goalByMonth: months } = previewOf(PreviewInput.parse({ goal: 100, goalByMonth, channels: [channel({})] }))
    expect(months).toEqual(goalByMonth)
  })
})

const channel = (changes: object) => {
  return { name: 'A', share: '1', entry: 'opportunity', rates: ['0.5'], lags: [0], dealSize: 10, ...changes }
}

describe('a scenario that cannot be read names its field', () => {
  it.each([
    [{ channels: [channel({ rates: [] })] }, 'channels.0.rates'],
    [{ channels: [channel({ rates: ['1e400'] })] }, 'channels.0.rates.0'],
    [{ channels: [channel({ rates: ['0x10'] })] }, 'channels.0.rates.0'],
    [{ channels: [channel({ entry: 'sql' })] }, 'channels.0.entry'],
    [{ channels: [channel({}), channel({})] }, 'channels.1.name'],
    [{ channels: [channel({ dealSize: 1.5 })] }, 'channels.0.dealSize'],
    [{ channels: [], stages: ['won', 'lead'] }, 'stages'],
    [{ channels: [channel({})], actuals: { A: { won: [1] } } }, 'actualsThrough'],
    [{ channels: [channel({})], actualsThrough: 0, actuals: { B: { won: [1] } } }, 'actuals.B'],
    [{ channels: [channel({})], actualsThrough: 0, actuals: { A: { sql: [1] } } }, 'actuals.A.sql'],
    [{ channels: [], goal: 2 ** 53 }, 'goal'],
    [{ channels: [], surprise: 1 }, ''],
  ])('%o → %s', (changes, path) => {
    const read = PreviewInput.safeParse({ goal: 100, ...changes })
    expect(read.error?.issues.map((issue) => issue.path.join('.'))).toContain(path)
  })
})
