import 'server-only'
import { deflateSync } from 'node:zlib'
import type { Packed } from '#lib/packed'

/** Packs what survives JSON. Takes a millisecond for a year's ledger: whoever calls it keeps the result. */
export function pack<Value>(value: Value): Packed<Value> {
  return deflateSync(JSON.stringify(value)).toString('base64') as Packed<Value>
}
