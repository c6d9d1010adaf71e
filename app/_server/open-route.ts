import { AppError, type ErrorCode } from '#lib/errors'
import { fault } from './log'

const STATUS: Record<ErrorCode, number> = {
  notFound: 404,
  forbidden: 403,
  conflict: 409,
  invalid: 422,
  unavailable: 503,
  tooMany: 429,
}

/**
 * The wrapper of a route handler that needs no session (health, next-auth's own endpoints).
 * Every verb of every route.ts is made by a wrapper of this file; e2e/inventory.test.ts fails on any other.
 */
export function openRoute<Context>(run: (request: Request, context: Context) => Response | Promise<Response>) {
  return async (request: Request, context: Context): Promise<Response> => {
    try {
      return await run(request, context)
    } catch (error) {
      const known = error instanceof AppError ? error : null
      const requestId = known
        ? crypto.randomUUID().slice(0, 8).toUpperCase()
        : fault(error, new URL(request.url).pathname)
      const body = { error: { code: known?.code ?? 'fault', message: known?.message ?? 'fault', requestId } }
      return Response.json(body, { status: known ? STATUS[known.code] : 500 })
    }
  }
}
