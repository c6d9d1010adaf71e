import { subscribe } from 'node:diagnostics_channel'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { reportFaultsTo } from '#db/background'
import { abortReasonsHoldNoStack } from './abort-reasons'
import { environment } from './env'
import { fault } from './log'
import { answerBegins } from './outage'

/** Ends the process when a setting is missing or unsafe: Next would otherwise stay up and answer 500. */
export function prepareServer() {
  reportFaultsTo(fault)
  abortReasonsHoldNoStack()
  try {
    const { trustsProxy } = environment()
    subscribe('http.server.request.start', (message) => {
      const { request, response } = message as { request: IncomingMessage; response: ServerResponse }
      if (!trustsProxy) ownAddress(request)
      answerBegins(request, response)
    })
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    process.exit(1)
  }
}

/** Next keeps an X-Forwarded-For that the client sent; without a trusted proxy the socket's address replaces it. */
function ownAddress(request: IncomingMessage) {
  request.headers['x-forwarded-for'] = request.socket.remoteAddress
}
