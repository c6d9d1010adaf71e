import { readdir } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { MOST_BYTES } from '#lib/import/limits'
import { newId } from '../id'
import { dropUpload, keepUpload, spooled } from './spool'

const CHUNK = 1_000_000
const actor = () => ({ userId: newId(), orgId: newId(), role: 'admin' as const, teamIds: null })

/** A body that says nothing of its length: as many chunks as are asked for, each made when it is. */
function body(chunks: number) {
  const told = { sent: 0, peak: 0 }
  const before = process.memoryUsage().rss
  const stream = new ReadableStream<Uint8Array>({
    pull(controller) {
      told.peak = Math.max(told.peak, process.memoryUsage().rss - before)
      if (told.sent === chunks) return controller.close()
      told.sent += 1
      controller.enqueue(new Uint8Array(CHUNK))
    },
  })
  return { stream, told }
}

const leftOf = async ({ orgId }: { orgId: string }) =>
  (await readdir(path.join(os.tmpdir(), `gyakusan-imports-${process.getuid?.()}`))).filter((name) =>
    name.startsWith(orgId),
  )

describe('an upload that does not say how long it is', () => {
  it('is refused as soon as it is too long, in bounded memory, and leaves nothing', async () => {
    const sender = actor()
    const { stream, told } = body(400)
    await expect(keepUpload(sender, stream)).rejects.toMatchObject({ code: 'invalid', message: 'fileTooLarge' })
    expect(told.sent * CHUNK).toBeLessThan(MOST_BYTES + 10 * CHUNK)
    expect(told.peak).toBeLessThan(100_000_000)
    expect(await leftOf(sender)).toEqual([])
  })

  it('is kept when it is short enough, for its own person alone', async () => {
    const sender = actor()
    const kept = await keepUpload(sender, body(3).stream)
    expect(kept.bytes).toBe(3 * CHUNK)
    expect(await spooled(sender, kept.fileId)).toMatchObject({ bytes: 3 * CHUNK })
    await expect(spooled({ ...sender, userId: newId() }, kept.fileId)).rejects.toMatchObject({ code: 'notFound' })
    await expect(spooled({ ...sender, orgId: newId() }, kept.fileId)).rejects.toMatchObject({ code: 'notFound' })
    await expect(spooled(sender, '../../etc/passwd')).rejects.toMatchObject({ code: 'notFound' })
    await dropUpload(kept)
    expect(await leftOf(sender)).toEqual([])
  })
})
