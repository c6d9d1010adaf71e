import { RateLimiterRes } from 'rate-limiter-flexible'
import { keyOf, limiter } from './login-limits'

/** Points that a token has per minute, and unknown tokens that an address may try per quarter of an hour. */
const PER_TOKEN = 600
const PER_ADDRESS = 50

const byToken = limiter('api', PER_TOKEN, 60)
const strangers = limiter('api-address', PER_ADDRESS, 15 * 60)

/** Seconds to wait before a token may call again, 0 = now; what the call costs is counted. */
export function callDelay(tokenId: string, points: number): Promise<number> {
  return waiting(() => byToken.consume(tokenId, points))
}

/** Seconds for which an address that tried an unknown token is not heard, 0 = it may try again. */
export function strangerDelay(address: string): Promise<number> {
  return waiting(() => strangers.consume(keyOf(address)))
}

async function waiting(consume: () => Promise<RateLimiterRes>): Promise<number> {
  try {
    await consume()
    return 0
  } catch (refused) {
    if (!(refused instanceof RateLimiterRes)) throw refused
    return Math.max(1, Math.ceil(refused.msBeforeNext / 1000))
  }
}
