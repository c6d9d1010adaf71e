import 'server-only'
import { deflateSync } from 'node:zlib'
import type { Packed, Written } from '#lib/packed'

/** Packs what survives JSON. Takes a millisecond for a year's ledger: whoever calls it keeps the result. */
export function pack<Value>(value: Value): Packed<Value> {
  return deflateSync(JSON.stringify(value)).toString('base64') as Packed<Value>
}

/** Writes what survives JSON. */
export function write<Value>(value: Value): Written<Value> {
  return JSON.stringify(value) as Written<Value>
}
