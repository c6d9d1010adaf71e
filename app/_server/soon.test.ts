import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { soon } from './soon'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

describe('what a page waits for', () => {
  it('is there when it is ready at once, and leaves no timer', async () => {
    const value = { figures: 1 }
    expect(await soon(Promise.resolve(value))).toBe(value)
    expect(vi.getTimerCount()).toBe(0)
  })

  it('is null when it takes longer than people notice', async () => {
    const late = soon(new Promise<object>(() => undefined))
    await vi.advanceTimersByTimeAsync(100)
    expect(await late).toBeNull()
  })

  it('fails as its reading fails', async () => {
    await expect(soon(Promise.reject(new Error('gone')))).rejects.toThrow('gone')
  })
})
