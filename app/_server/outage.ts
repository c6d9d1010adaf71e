import { randomUUID } from 'node:crypto'
import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http'

/** Header under which a request carries the number of its answer. */
const NUMBER = 'x-answer-number'

const underWay = new Map<string, ServerResponse>()

/** Gives each answer a number, so that it is found again when its page turns out not to be drawable. */
export function answerBegins(request: IncomingMessage, response: ServerResponse): void {
  const number = randomUUID()
  request.headers[NUMBER] = number
  underWay.set(number, response)
  response.once('close', () => underWay.delete(number))
}

/** Whether the database was away or too busy. By its form: each bundle has a class AppError of its own. */
export function isOutage(error: unknown): boolean {
  return error instanceof Error && error.name === 'AppError' && 'code' in error && error.code === 'unavailable'
}

/** Next answers 500 to whatever a page or action throws; for an outage the answer to that request says 503, come again. */
export function answerUnavailable(headers: IncomingHttpHeaders): void {
  const number = headers[NUMBER]
  const response = typeof number === 'string' ? underWay.get(number) : undefined
  if (!response || response.headersSent) return
  let status = response.statusCode
  response.setHeader('retry-after', '5')
  Object.defineProperty(response, 'statusCode', {
    get: () => (status === 500 ? 503 : status),
    set: (wanted: number) => {
      status = wanted
    },
  })
}
