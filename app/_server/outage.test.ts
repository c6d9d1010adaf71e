import { createServer, type IncomingHttpHeaders, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { describe, expect, it } from 'vitest'
import { forbidden, unavailable } from '#lib/errors'
import { answerBegins, answerUnavailable, isOutage } from './outage'

async function statusOf(listener: RequestListener): Promise<number> {
  const server = createServer(listener)
  await new Promise<void>((resolve) => server.listen(0, resolve))
  try {
    return (await fetch(`http://localhost:${(server.address() as AddressInfo).port}`)).status
  } finally {
    server.close()
  }
}

/** What Next does: it draws the page, and sets a status of its own when that fails. */
const drawn = (status: number, fault: (headers: IncomingHttpHeaders) => void) =>
  statusOf((request, response) => {
    answerBegins(request, response)
    fault(request.headers)
    response.statusCode = status
    response.end()
  })

describe('an outage while a page is drawn', () => {
  it('is answered with 503', async () => expect(await drawn(500, answerUnavailable)).toBe(503))
  it('changes no other status', async () => expect(await drawn(404, answerUnavailable)).toBe(404))
  it('is nothing that a fault of ours is mistaken for', async () => expect(await drawn(500, () => {})).toBe(500))
  it('cannot be claimed for an answer by a number made up', async () =>
    expect(await drawn(500, () => answerUnavailable({ 'x-answer-number': 'made up' }))).toBe(500))

  it('is known by its error', () => {
    expect([unavailable(), forbidden(), new Error('unavailable'), 'unavailable'].map(isOutage)).toEqual([
      ...[true, false, false, false],
    ])
  })
})
