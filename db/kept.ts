import { LRUCache } from 'lru-cache'
import type { Actor } from '#lib/permissions'

/** Who asks, as of which version of the organisation's data. */
export type Reader = Actor & { readonly dataVersion: number }

type Keep<Value> = (reader: Reader, what: readonly unknown[], read: () => Promise<Value>) => Promise<Value>

/**
 * Keeps what was last read or made of an organisation's data, per process. Every command raises the data version, so
 * nothing that is found is stale. Who asks while it is being read waits for that one reading; a failed one is forgotten.
 * `what` names all else that the value depends on, also whom the reader reaches, when that matters.
 */
export function kept<Value>(max: number): Keep<Value> {
  const recent = new LRUCache<string, Promise<Value>>({ max })
  return (reader, what, read) => {
    const key = JSON.stringify([reader.orgId, reader.dataVersion, ...what])
    const found = recent.get(key)
    if (found) return found
    const reading = read()
    recent.set(key, reading)
    reading.catch(() => recent.delete(key))
    return reading
  }
}
