import type { Instrumentation } from 'next'

/** Once per server start: refuses unsafe settings, and makes the client's address something that a client cannot choose. */
export async function register() {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const { prepareServer } = await import('#server/prepare')
  prepareServer()
}

export const onRequestError: Instrumentation.onRequestError = async (error, request, context) => {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const { log } = await import('#server/log')
  const digest = typeof error === 'object' && error !== null && 'digest' in error ? String(error.digest) : undefined
  log.error({ err: error, digest, method: request.method, route: context.routePath })
}
