import { randomFillSync } from 'node:crypto'
import { v7 } from 'uuid'

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

/** Random bytes for 256 ids: asked for each by itself, they would be most of what an id costs. */
const pool = Buffer.alloc(256 * 16)
let used = pool.length

function randomBytes(): Buffer {
  if (used === pool.length) {
    randomFillSync(pool)
    used = 0
  }
  used += 16
  return pool.subarray(used - 16, used)
}

let msecs = 0
let seq = 0

/**
 * A new id, ordered by time (uuid v7), within one millisecond by a counter that begins anywhere. Ids are made here, so
 * that a row's references are known before it is written.
 */
export function newId(): string {
  const random = randomBytes()
  const now = Date.now()
  if (now > msecs) {
    msecs = now
    // Of 31 bits, as RFC 9562 advises: half of the counter's room is left to count in.
    seq = random.readUInt32BE(6) >>> 1
  } else seq++
  return v7({ random, msecs, seq })
}

/** Whether a text from outside can be an id at all: Postgres answers anything else with an error instead of no row. */
export function isId(text: string): boolean {
  return UUID.test(text)
}
