const LOOPBACK = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/

/** Whether a request that changes something comes from another site's page. */
export function isForeign(headers: Headers, ownOrigin: string): boolean {
  const host = headers.get('host') ?? ''
  // The demo is opened as localhost or 127.0.0.1; no page of another machine has a loopback origin.
  const allowed = LOOPBACK.test(host) ? [ownOrigin, `http://${host}`] : [ownOrigin]
  const from = headers.get('origin')
  const site = headers.get('sec-fetch-site')
  return from !== null ? !allowed.includes(from) : site !== null && site !== 'same-origin' && site !== 'none'
}
