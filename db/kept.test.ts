import { expect, it } from 'vitest'
import { isCollected } from './collected'
import { kept, type Reader } from './kept'

const reader = (change: Partial<Reader> = {}): Reader => ({
  ...{ orgId: 'A', userId: 'u', role: 'viewer', teamIds: null, dataVersion: 1 },
  ...change,
})

/** Answers how often it was read, and fails the first time when asked to. */
function counting(failsFirst = false) {
  let times = 0
  return async () => {
    times++
    if (failsFirst && times === 1) throw new Error('away')
    return times
  }
}

it('what was read stands until the data are others', async () => {
  const [keep, read] = [kept<number>(10), counting()]
  expect(await Promise.all([keep(reader(), ['year', 2026], read), keep(reader(), ['year', 2026], read)])).toEqual([
    1, 1,
  ])
  expect(await keep(reader({ dataVersion: 2 }), ['year', 2026], read)).toBe(2)
})

it('another organisation and another question never get it', async () => {
  const [keep, read] = [kept<number>(10), counting()]
  await keep(reader(), ['year', 2026], read)
  expect(await keep(reader({ orgId: 'B' }), ['year', 2026], read)).toBe(2)
  expect(await keep(reader(), ['year', 2027], read)).toBe(3)
  expect(await keep(reader(), ['year 2026'], read)).toBe(4)
})

it('a reading that failed is made again', async () => {
  const [keep, read] = [kept<number>(10), counting(true)]
  await expect(keep(reader(), ['year'], read)).rejects.toThrow('away')
  expect(await keep(reader(), ['year'], read)).toBe(2)
})

it('what was read stays, the promise of it goes: it would keep the request that made it', async () => {
  const keep = kept<number>(10)
  let promise: Promise<number> | null = Promise.resolve(7)
  const seen = new WeakRef(promise)
  const first = keep(reader(), ['year'], () => promise ?? Promise.reject(new Error('read twice')))
  promise = null
  await first
  expect(await isCollected(seen)).toBe(true)
  expect(await keep(reader(), ['year'], () => Promise.resolve(8))).toBe(7)
})
