import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Outcome } from '#lib/actuals/save-request'
import { AutoSaver } from './auto-saver'

const SAVED: Outcome = { kind: 'saved', versions: new Map(), conflicts: new Map() }
const cells = (record: Record<string, number | null>) => new Map(Object.entries(record))

beforeEach(() => vi.useFakeTimers({ now: new Date('2026-10-05T01:42:00Z') }))
afterEach(() => vi.useRealTimers())

describe('saving by itself', () => {
  it('sends half a second after the last key, all cells at once', async () => {
    const send = vi.fn(async () => SAVED)
    const saver = new AutoSaver(send)
    saver.put(cells({ a: 1 }))
    await vi.advanceTimersByTimeAsync(400)
    saver.put(cells({ b: 2 }))
    await vi.advanceTimersByTimeAsync(499)
    expect(send).not.toHaveBeenCalled()
    await vi.advanceTimersByTimeAsync(1)
    expect(send).toHaveBeenCalledExactlyOnceWith(cells({ a: 1, b: 2 }), null)
    expect(saver.snapshot().saved).toEqual({ count: 2, at: '2026-10-05T01:42:00.900Z' })
  })

  it('has one request under way and sends the rest after it', async () => {
    let answer: (outcome: Outcome) => void = () => {}
    const send = vi.fn(
      () =>
        new Promise<Outcome>((done) => {
          answer = done
        }),
    )
    const saver = new AutoSaver(send)
    saver.put(cells({ a: 1 }))
    await vi.advanceTimersByTimeAsync(500)
    saver.put(cells({ a: 2 }))
    await vi.advanceTimersByTimeAsync(5000)
    expect(send).toHaveBeenCalledTimes(1)
    answer(SAVED)
    await vi.advanceTimersByTimeAsync(500)
    expect(send).toHaveBeenLastCalledWith(cells({ a: 2 }), null)
  })

  it('keeps the cells through a dead network and sends them once it is back', async () => {
    const send = vi.fn(async (): Promise<Outcome> => {
      throw new TypeError('Failed to fetch')
    })
    const saver = new AutoSaver(send)
    saver.put(cells({ a: 1 }))
    await vi.advanceTimersByTimeAsync(500)
    expect(saver.snapshot().misses).toBe(1)
    send.mockResolvedValue(SAVED)
    await vi.advanceTimersByTimeAsync(2000)
    expect(send).toHaveBeenCalledTimes(2)
    expect(saver.snapshot().misses).toBe(0)
    expect(saver.snapshot().saved?.count).toBe(1)
  })

  it('does not repeat a refused request until it is asked to', async () => {
    const send = vi.fn(async (): Promise<Outcome> => ({ kind: 'refused', reason: '理由', faulty: [] }))
    const saver = new AutoSaver(send)
    saver.put(cells({ a: 1 }))
    await vi.advanceTimersByTimeAsync(60_000)
    expect(send).toHaveBeenCalledTimes(1)
    saver.retry()
    await vi.advanceTimersByTimeAsync(0)
    expect(send).toHaveBeenCalledTimes(2)
  })

  it('sends what waits when the page goes away', async () => {
    const send = vi.fn(async () => SAVED)
    const saver = new AutoSaver(send)
    saver.put(cells({ a: 1 }))
    saver.stop()
    await vi.advanceTimersByTimeAsync(0)
    expect(send).toHaveBeenCalledTimes(1)
  })
})
