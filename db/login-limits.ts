import { createHash } from 'node:crypto'
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible'
import { asSignin } from './client'

const WINDOW_S = 15 * 60
const DAY_S = 24 * 60 * 60
const PER_ACCOUNT = 5
const PER_ADDRESS = 50
const FIRST_DELAY_S = 60

/** Each statement in a transaction of its own, as the role of log-in: the limiter's table is invisible to all others. */
const storeClient = {
  query: (statement: { text: string; values: unknown[] }) => asSignin((tx) => tx.$client.query(statement)),
}

/** A limiter whose counts all processes share. */
export function limiter(keyPrefix: string, points: number, duration: number, clearExpiredByTimeout = false) {
  const table = { tableName: 'login_limits', tableCreated: true, clearExpiredByTimeout }
  return new RateLimiterPostgres({ storeClient, storeType: 'pool', ...table, keyPrefix, points, duration })
}

// One of the three sweeps the table of expired rows, of all three.
const byAccount = limiter('account', PER_ACCOUNT, WINDOW_S, true)
const byAddress = limiter('address', PER_ADDRESS, WINDOW_S)
/** How often an account was delayed within a day: each delay is twice the one before. */
const delays = limiter('delays', Number.MAX_SAFE_INTEGER, DAY_S)

/**
 * Seconds to wait before a password may be tried, 0 = now. The attempt is counted before it is made: a flood at once
 * counts in full. An address that has to wait counts against nobody's account, so it cannot go on locking people out.
 */
export async function loginDelay(account: string, address: string): Promise<number> {
  return (await addressDelay(address)) || reserved(byAccount, keyOf(account))
}

/** Seconds to wait before an address may try anything that tells whether a person is known; counted like a password. */
export function addressDelay(address: string): Promise<number> {
  return reserved(byAddress, keyOf(address))
}

/** The address gets its last attempt back: nothing was wrong with it. */
export async function addressForgiven(address: string): Promise<void> {
  await byAddress.reward(keyOf(address))
}

/** A password was wrong. The fifth one within 15 minutes closes the account for 1, 2, 4 … up to 15 minutes. */
export async function loginCounted(account: string): Promise<void> {
  const key = keyOf(account)
  const counted = await byAccount.get(key)
  if (!counted || counted.consumedPoints < PER_ACCOUNT) return
  const { consumedPoints: times } = await delays.penalty(key)
  await byAccount.block(key, Math.min(FIRST_DELAY_S * 2 ** (times - 1), WINDOW_S))
}

/** A password was right: the account's failures are forgotten, and the address gets its attempt back. */
export async function loginForgiven(account: string, address: string): Promise<void> {
  const key = keyOf(account)
  await Promise.all([byAccount.delete(key), delays.delete(key), addressForgiven(address)])
}

async function reserved(limit: RateLimiterPostgres, key: string): Promise<number> {
  try {
    await limit.consume(key)
    return 0
  } catch (refused) {
    if (!(refused instanceof RateLimiterRes)) throw refused
    return Math.max(1, Math.ceil(refused.msBeforeNext / 1000))
  }
}

/** Keys hold neither mail addresses nor any text of unbounded length. */
export function keyOf(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
