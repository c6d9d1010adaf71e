import 'server-only'
import { createHash } from 'node:crypto'
import type { z } from 'zod'
import { callDelay, strangerDelay } from '#db/api-limits'
import { KeptAnswer, once } from '#db/idempotency'
import { type TokenSession, tokenSession } from '#db/queries/token-session'
import type { Endpoint } from '#lib/api/endpoints'
import { AppError, invalid, tooMany } from '#lib/errors'
import { networkOf } from '#lib/network'
import { Refusal, refusal, sentences } from './api-error'

const MAX_BODY_BYTES = 1_000_000

/** A call that may be answered: whose it is, and what it says, in the endpoint's own form. */
export type Call<Query extends z.ZodType, Body extends z.ZodType> = {
  readonly session: TokenSession
  readonly query: z.output<Query>
  readonly body: z.output<Body>
  /** A key of `errors` in the caller's language. */
  readonly say: ReturnType<typeof sentences>
}

/**
 * The wrapper of every route of the HTTP API: token → person and membership from the database → limit → scope → strict
 * schemas → one command or query. Whether the person may is the command's to say.
 */
export function apiRoute<Query extends z.ZodType, Body extends z.ZodType, Answer extends z.ZodType>(
  endpoint: Endpoint<Query, Body, Answer>,
  run: (call: Call<Query, Body>) => Promise<z.input<Answer>>,
) {
  return async (request: Request): Promise<Response> => {
    try {
      const session = await callerOf(request, endpoint)
      const text = endpoint.method === 'POST' ? await textOf(request) : ''
      const call = async () => {
        const query = parsed(endpoint.query, Object.fromEntries(new URL(request.url).searchParams))
        const body = parsed(endpoint.body, endpoint.method === 'POST' ? jsonOf(text) : undefined)
        return run({ session, query, body, say: sentences(request) })
      }
      const key = endpoint.scope === 'write' ? request.headers.get('idempotency-key') : null
      if (key === null) return Response.json(await call(), { headers: NO_STORE })
      const kept = await once(session, checkedKey(key), hashOf(endpoint.path, text), async () => keptOf(await call()))
      return Response.json(kept.body, { status: kept.status, headers: NO_STORE })
    } catch (error) {
      return refusal(error, request)
    }
  }
}

const NO_STORE = { 'cache-control': 'no-store' }

async function callerOf(request: Request, { scope, points }: Endpoint): Promise<TokenSession> {
  const token = /^Bearer (\S{1,200})$/.exec(request.headers.get('authorization') ?? '')?.[1]
  const session = token === undefined ? null : await tokenSession(token)
  if (!session) {
    const seconds = await strangerDelay(addressOf(request))
    throw seconds > 0 ? tooMany(seconds) : new Refusal(401, 'unauthorised', 'unauthorised')
  }
  const seconds = await callDelay(session.tokenId, points)
  if (seconds > 0) throw tooMany(seconds)
  if (!session.scopes.includes(scope)) throw new AppError('forbidden', 'scopeLacking')
  return session
}

/** The nearest proxy's word, or the socket's address, which Next puts in the same place. */
function addressOf(request: Request): string {
  return networkOf((request.headers.get('x-forwarded-for') ?? '').split(',').at(-1) ?? '') ?? 'unknown'
}

async function textOf(request: Request): Promise<string> {
  const type = request.headers.get('content-type') ?? ''
  if (!/^application\/json\s*(;|$)/i.test(type)) throw new Refusal(415, 'notJson', 'notJson')
  const bytes = await request.arrayBuffer()
  if (bytes.byteLength > MAX_BODY_BYTES) throw new Refusal(413, 'tooLarge', 'bodyTooLarge')
  return new TextDecoder().decode(bytes)
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw invalid('jsonBroken')
  }
}

function parsed<Schema extends z.ZodType>(schema: Schema, given: unknown): z.output<Schema> {
  const read = schema.safeParse(given)
  if (read.success) return read.data
  throw invalid('invalid', Object.fromEntries(read.error.issues.map((issue) => [issue.path.join('.'), issue.message])))
}

function checkedKey(key: string): string {
  if (key.length < 1 || key.length > 200) throw invalid('invalid', { 'Idempotency-Key': 'textLong' })
  return key
}

const hashOf = (path: string, text: string) => createHash('sha256').update(`${path}\n${text}`).digest('hex')

/** The answer as a client reads it, for the same call again. */
function keptOf(body: unknown): KeptAnswer {
  return KeptAnswer.parse({ status: 200, body: JSON.parse(JSON.stringify(body)) })
}
