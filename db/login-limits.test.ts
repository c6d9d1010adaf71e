import { afterEach, describe, expect, it, vi } from 'vitest'
import { newId } from './id'
import { addressDelay, addressForgiven, loginCounted, loginDelay, loginForgiven } from './login-limits'

const account = () => `${newId()}@example.com`
const address = () => `2001:db8::${newId()}`

/** One wrong password; answers the seconds to wait, 0 when it could be tried. */
async function wrong(who: string, from: string): Promise<number> {
  const seconds = await loginDelay(who, from)
  if (seconds === 0) await loginCounted(who)
  return seconds
}

/** Lets time pass for the limiter, which counts in its own clock and not in the database's. */
function later(seconds: number): void {
  vi.setSystemTime(Date.now() + seconds * 1000)
}

describe('log-in', () => {
  afterEach(() => void vi.useRealTimers())

  it('is closed for an account after five wrong passwords, from wherever they come', async () => {
    const who = account()
    const waits = []
    for (let i = 0; i < 7; i++) waits.push(await wrong(who, address()))
    expect(waits).toEqual([0, 0, 0, 0, 0, 60, 60])
    expect(await wrong(account(), address())).toBe(0)
  })

  it('is delayed twice as long each time, up to 15 minutes', async () => {
    vi.useFakeTimers({ toFake: ['Date'] })
    const who = account()
    const waits = []
    for (let round = 0; round < 6; round++) {
      for (let i = 0; i < 5; i++) await wrong(who, address())
      const seconds = await wrong(who, address())
      waits.push(seconds)
      later(seconds + 1)
    }
    expect(waits).toEqual([60, 120, 240, 480, 900, 900])
  })

  it('forgets failures after 15 minutes, and after the right password', async () => {
    vi.useFakeTimers({ toFake: ['Date'] })
    const [who, from] = [account(), address()]
    for (let i = 0; i < 4; i++) await wrong(who, from)
    later(15 * 60 + 1)
    for (let i = 0; i < 4; i++) expect(await wrong(who, from)).toBe(0)
    expect(await loginDelay(who, from)).toBe(0)
    await loginForgiven(who, from)
    for (let i = 0; i < 5; i++) expect(await wrong(who, from)).toBe(0)
    expect(await wrong(who, from)).toBe(60)
  })

  it('lets an address try fifty times in 15 minutes, over however many accounts', async () => {
    const from = address()
    for (let i = 0; i < 50; i++) expect(await wrong(account(), from)).toBe(0)
    expect(await wrong(account(), from)).toBeGreaterThan(800)
    expect(await wrong(account(), address())).toBe(0)
  })

  it('of an address that must wait counts against nobody: it cannot go on locking people out', async () => {
    const [from, victim] = [address(), account()]
    for (let i = 0; i < 50; i++) await wrong(account(), from)
    for (let i = 0; i < 10; i++) expect(await wrong(victim, from)).toBeGreaterThan(800)
    expect(await loginDelay(victim, address())).toBe(0)
  })

  it('and sign-up share the limit of an address: both tell who is known', async () => {
    const from = address()
    for (let i = 0; i < 60; i++) {
      expect(await addressDelay(from)).toBe(0)
      await addressForgiven(from)
    }
    for (let i = 0; i < 50; i++) expect(await addressDelay(from)).toBe(0)
    expect(await addressDelay(from)).toBeGreaterThan(800)
    expect(await loginDelay(account(), from)).toBeGreaterThan(800)
  })

  it('does not count right passwords against their address', async () => {
    const from = address()
    for (let i = 0; i < 60; i++) {
      const who = account()
      expect(await loginDelay(who, from)).toBe(0)
      await loginForgiven(who, from)
    }
  })

  it('counts a flood in full: of forty attempts at once five are made', async () => {
    const who = account()
    const waits = await Promise.all(Array.from({ length: 40 }, () => loginDelay(who, address())))
    expect(waits.filter((seconds) => seconds === 0)).toHaveLength(5)
  })
})
