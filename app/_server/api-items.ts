import { createHash } from 'node:crypto'
import type { z } from 'zod'
import type { ItemResult } from '#lib/api/items'
import { contentIdentity, externalIdentity } from '#lib/records/identity'
import type { RowResult } from '#lib/records/import'
import type { sentences } from './api-error'

type Say = ReturnType<typeof sentences>
type Item = { readonly externalId?: string | null; readonly sourceAt?: string | null }
type Identified<I> = Omit<I, 'externalId'> & { readonly identity: string }

/**
 * Reads each item by itself and writes those that can be read; answers for all of them, in their order.
 * @param write gets the items as rows, and answers one result for each
 */
export async function pushedItems<Schema extends z.ZodType<Item>>(
  items: readonly unknown[],
  schema: Schema,
  say: Say,
  write: (rows: Identified<z.output<Schema>>[]) => Promise<readonly RowResult[]>,
): Promise<{ results: ItemResult[] }> {
  const { read, refused } = readItems(items, schema, say)
  const results = read.length > 0 ? await write(identified(read.map(({ item }) => item))) : []
  const told = results.map((result, i): ItemResult => {
    return { ...result, index: read[i]?.index ?? i, ...(result.fault ? { fault: say(result.fault) } : {}) }
  })
  return { results: [...refused, ...told].sort((a, b) => a.index - b.index) }
}

/** Items that can be read, with their places; the others as refusals that name their fields. */
export function readItems<Schema extends z.ZodType>(items: readonly unknown[], schema: Schema, say: Say) {
  const read: { index: number; item: z.output<Schema> }[] = []
  const refused: ItemResult[] = []
  for (const [index, given] of items.entries()) {
    const found = schema.safeParse(given)
    if (found.success) read.push({ index, item: found.data })
    else {
      const fields = found.error.issues.map(({ path, message }) => [path.join('.'), say(message)])
      refused.push({ index, status: 'refused', fault: say('invalid'), fields: Object.fromEntries(fields) })
    }
  }
  return { read, refused }
}

/** An item without an id of its source is known by its content and its count among equal ones of the call. */
function identified<I extends Item>(items: readonly I[]): Identified<I>[] {
  const seen = new Map<string, number>()
  return items.map(({ externalId, ...item }) => {
    if (externalId) return { ...item, identity: externalIdentity(externalId) }
    const hash = createHash('sha256').update(canonical(item)).digest('hex')
    const count = (seen.get(hash) ?? 0) + 1
    seen.set(hash, count)
    return { ...item, identity: contentIdentity(hash, count) }
  })
}

/** JSON with its keys in order and without the source's time, which is no content. */
function canonical({ sourceAt, ...content }: Omit<Item, 'externalId'>): string {
  return JSON.stringify(content, (_, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  )
}
