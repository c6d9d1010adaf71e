import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import fsp from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { AppError, invalid, notFound } from '#lib/errors'
import { MOST_BYTES } from '#lib/import/limits'
import type { Actor } from '#lib/permissions'

/** A file between its upload and the end of its import. It lies on this machine only, for its person only. */
export type Spooled = { readonly fileId: string; readonly path: string; readonly bytes: number }

const KEPT_MS = 2 * 60 * 60 * 1000
const FILE_ID = /^[0-9a-f]{32}$/

/** One folder for the user that the server runs as; nobody else may look into it. */
function folder(): string {
  const own = path.join(os.tmpdir(), `gyakusan-imports-${process.getuid?.() ?? 'user'}`)
  fs.mkdirSync(own, { recursive: true, mode: 0o700 })
  return own
}

const nameOf = ({ orgId, userId }: Pick<Actor, 'orgId' | 'userId'>, fileId: string) => `${orgId}.${userId}.${fileId}`

/**
 * Keeps an upload as it comes, chunk by chunk. Files of others that nobody asked for in two hours go.
 * @throws AppError 'invalid' (fileTooLarge), after which nothing of it is left
 */
export async function keepUpload(actor: Actor, body: ReadableStream<Uint8Array>): Promise<Spooled> {
  await sweep()
  const fileId = randomBytes(16).toString('hex')
  const target = path.join(folder(), nameOf(actor, fileId))
  try {
    await pipeline(Readable.from(chunksOf(body)), limited(), fs.createWriteStream(target, { mode: 0o600 }))
  } catch (error) {
    await fsp.rm(target, { force: true })
    if (isFull(error)) throw Object.assign(new AppError('unavailable', 'diskFull'), { cause: error })
    throw error
  }
  return { fileId, path: target, bytes: fs.statSync(target).size }
}

async function* chunksOf(body: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = body.getReader()
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) yield next.value
  } finally {
    await reader.cancel().catch(() => {})
  }
}

/** Whether a write failed because the disk is full. */
export const isFull = (error: unknown) => error instanceof Error && 'code' in error && error.code === 'ENOSPC'

/** A sender may say a wrong length, or none. */
function limited(): Transform {
  let bytes = 0
  return new Transform({
    transform(chunk: Buffer, _, done) {
      bytes += chunk.length
      done(bytes > MOST_BYTES ? invalid('fileTooLarge') : null, chunk)
    },
  })
}

/** The person's own file. @throws AppError 'notFound' when it is another's, or gone */
export async function spooled(actor: Pick<Actor, 'orgId' | 'userId'>, fileId: string): Promise<Spooled> {
  if (!FILE_ID.test(fileId)) throw notFound()
  const own = path.join(folder(), nameOf(actor, fileId))
  const found = await fsp.stat(own).catch(() => null)
  if (!found) throw new AppError('notFound', 'fileGone')
  const now = new Date()
  await fsp.utimes(own, now, now)
  return { fileId, path: own, bytes: found.size }
}

/** Where the faulty rows of a file are written. */
export const faultyPath = ({ path: own }: Spooled) => `${own}.faulty`

/** The file is not needed any more; its faulty rows may still be fetched. */
export async function dropUpload({ path: own }: Spooled): Promise<void> {
  await fsp.rm(own, { force: true })
}

/** The faulty rows of an import, for whoever ran it. @throws AppError 'notFound' when there are none, or they are gone */
export async function faultyRows(actor: Pick<Actor, 'orgId' | 'userId'>, fileId: string): Promise<fs.ReadStream> {
  if (!FILE_ID.test(fileId)) throw notFound()
  const own = path.join(folder(), `${nameOf(actor, fileId)}.faulty`)
  if (!(await fsp.stat(own).catch(() => null))) throw new AppError('notFound', 'fileGone')
  return fs.createReadStream(own)
}

async function sweep(): Promise<void> {
  const own = folder()
  for (const name of await fsp.readdir(own)) {
    const file = path.join(own, name)
    const found = await fsp.stat(file).catch(() => null)
    if (found && found.mtimeMs < Date.now() - KEPT_MS) await fsp.rm(file, { force: true })
  }
}
