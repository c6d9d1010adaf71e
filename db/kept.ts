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
  // What was made takes the place of its promise: in Node a promise holds on to the request that made it.
  const recent = new LRUCache<string, { made: Value | Promise<Value> }>({ max })
  return async (reader, what, read) => {
    const key = JSON.stringify([reader.orgId, reader.dataVersion, ...what])
    const found = recent.get(key)
    if (found) return found.made
    const entry: { made: Value | Promise<Value> } = { made: read() }
    recent.set(key, entry)
    try {
      entry.made = await entry.made
      return entry.made
    } catch (error) {
      recent.delete(key)
      throw error
    }
  }
}
