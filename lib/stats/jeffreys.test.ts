import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { jeffreysInterval } from './jeffreys'

const [head = '', ...lines] = readFileSync(new URL('golden/binomial_intervals.csv', import.meta.url), 'utf8')
  .trim()
  .split('\n')
const columns = head.split(',')
const rows = lines.map((line) => new Map(line.split(',').map((text, i) => [columns[i] ?? '', Number(text)])))
const within = (actual: number | undefined, expected: number) =>
  expect(Math.abs((actual ?? Number.NaN) - expected)).toBeLessThanOrEqual(1e-9 * Math.abs(expected))

describe('the Jeffreys interval', () => {
  it.each(rows.map((row) => [row.get('k') ?? -1, row.get('n') ?? -1, row.get('conf') ?? -1, row] as const))(
    'of %d among %d at %d is that of the golden table to 1e-9',
    (k, n, confidence, row) => {
      const interval = jeffreysInterval(k, n, confidence)
      within(interval?.low, row.get('jeffreys_lo') ?? Number.NaN)
      within(interval?.high, row.get('jeffreys_hi') ?? Number.NaN)
    },
  )

  it('is at 90 % unless another confidence is asked for', () => {
    expect(jeffreysInterval(5, 10)).toEqual(jeffreysInterval(5, 10, 0.9))
  })

  it('is none without exposure, and none for more successes than exposure', () => {
    expect(jeffreysInterval(0, 0)).toBeNull()
    expect(jeffreysInterval(0, -1)).toBeNull()
    expect(jeffreysInterval(11, 10.5)).toBeNull()
    expect(jeffreysInterval(-1, 10)).toBeNull()
    expect(jeffreysInterval(Number.NaN, 10)).toBeNull()
  })

  it('takes a fractional exposure, and lies between its neighbours', () => {
    const interval = jeffreysInterval(3, 10.5)
    expect(interval?.low).toBeLessThan(jeffreysInterval(3, 10)?.low ?? 0)
    expect(interval?.low).toBeGreaterThan(jeffreysInterval(3, 11)?.low ?? 1)
  })
})
