import type { Instrumentation } from 'next'

let outage: typeof import('#server/outage') | undefined

/**
 * Once per server start: refuses unsafe settings, makes the client's address something that a client cannot choose, lets
 * finished requests go, and gives background work a log.
 */
export async function register() {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const { prepareServer } = await import('#server/prepare')
  outage = await import('#server/outage')
  prepareServer()
}

export const onRequestError: Instrumentation.onRequestError = async (error, request, context) => {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  // Before anything is awaited: the answer's head is written right after.
  if (outage?.isOutage(error)) outage.answerUnavailable(request.headers)
  const { log } = await import('#server/log')
  const digest = typeof error === 'object' && error !== null && 'digest' in error ? String(error.digest) : undefined
  log.error({ err: error, digest, method: request.method, route: context.routePath })
}
