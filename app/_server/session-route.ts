import 'server-only'
import { getTranslations } from 'next-intl/server'
import type { Session } from '#db/queries/session'
import { AppError, forbidden } from '#lib/errors'
import { type Capability, can } from '#lib/permissions'
import { environment } from './env'
import { fault } from './log'
import { isForeign } from './same-origin'
import { currentSession } from './session'

const STATUS = { notFound: 404, forbidden: 403, conflict: 409, invalid: 422, unavailable: 503, tooMany: 429 } as const

/** Errors whose status says more than their code does. */
const STATUS_OF: Readonly<Record<string, number>> = { fileTooLarge: 413, sessionEnded: 401, foreignOrigin: 403 }

/**
 * The wrapper of a route handler for people who are logged in (files up and down): own origin → session and membership
 * from the database → capability. Errors come as JSON with a sentence in the person's language.
 */
export function sessionRoute<Context>(
  capability: Capability,
  run: (request: Request, session: Session, context: Context) => Promise<Response>,
) {
  return async (request: Request, context: Context): Promise<Response> => {
    try {
      const reads = request.method === 'GET' || request.method === 'HEAD'
      if (!reads && isForeign(request.headers, environment().origin)) throw new AppError('forbidden', 'foreignOrigin')
      const session = await currentSession()
      if (!session) throw new AppError('forbidden', 'sessionEnded')
      if (!can(session, capability)) throw forbidden()
      return secured(await run(request, session, context))
    } catch (error) {
      return refusal(error, request)
    }
  }
}

async function refusal(error: unknown, request: Request): Promise<Response> {
  const known = error instanceof AppError ? error : null
  const requestId = known ? crypto.randomUUID().slice(0, 8).toUpperCase() : fault(error, new URL(request.url).pathname)
  const status = known ? (STATUS_OF[known.message] ?? STATUS[known.code]) : 500
  const t = await getTranslations('errors')
  const message = known && t.has(known.message) ? t(known.message, known.values) : t('fault', { reference: requestId })
  const body = { error: { code: known?.message ?? 'fault', message, requestId } }
  const headers = {
    ...(status === 503 ? { 'retry-after': '5' } : {}),
    ...(status === 413 ? { connection: 'close' } : {}),
  }
  return secured(Response.json(body, { status, headers }))
}

function secured(response: Response): Response {
  response.headers.set('x-content-type-options', 'nosniff')
  response.headers.set('cache-control', 'no-store')
  return response
}
