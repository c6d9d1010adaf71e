import { type NextRequest, NextResponse } from 'next/server'
import { databaseIsReady } from '#server/database'
import { isForeign } from '#server/same-origin'

const MAX_ACTION_BYTES = 1_000_000

/**
 * Headers and refusals that come before any page: content security policy with a nonce, foreign origins, too large
 * bodies, and a 503 while the database is away. It never authorises: each page and action guards itself.
 */
export async function proxy(request: NextRequest) {
  const refusal = refused(request)
  if (refusal) return answer(refusal, request)
  if (!(await databaseIsReady())) return answer(503, request)
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString('base64')
  const policy = contentSecurityPolicy(nonce)
  const headers = new Headers(request.headers)
  headers.set('x-nonce', nonce)
  headers.set('content-security-policy', policy)
  headers.set('x-path', `${request.nextUrl.pathname}${request.nextUrl.search}`)
  return secured(NextResponse.next({ request: { headers } }), policy)
}

/** Next answers 500 to a foreign origin and to an action over 1 MB, also one of untold length; these are the honest numbers. */
function refused(request: NextRequest): 403 | 411 | 413 | null {
  if (request.method === 'GET' || request.method === 'HEAD') return null
  const { origin } = new URL(process.env.NEXTAUTH_URL ?? request.nextUrl.origin)
  if (isForeign(request.headers, origin)) return 403
  if (request.headers.has('transfer-encoding')) return 411
  return Number(request.headers.get('content-length') ?? 0) > MAX_ACTION_BYTES ? 413 : null
}

function contentSecurityPolicy(nonce: string): string {
  const development = process.env.NODE_ENV === 'development'
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ''}`,
    // The development server's overlay writes styles of its own.
    `style-src 'self' ${development ? "'unsafe-inline'" : `'nonce-${nonce}'`}`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    `connect-src 'self'${development ? ' ws:' : ''}`,
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ')
}

function secured(response: NextResponse, policy: string): NextResponse {
  response.headers.set('content-security-policy', policy)
  response.headers.set('x-content-type-options', 'nosniff')
  response.headers.set('referrer-policy', 'strict-origin-when-cross-origin')
  response.headers.set('x-frame-options', 'DENY')
  response.headers.set('permissions-policy', 'camera=(), microphone=(), geolocation=()')
  return response
}

const SENTENCES = {
  403: [
    '別のサイトからの操作のため、受け付けませんでした。この画面を開き直してから、もう一度操作してください。',
    'The request came from another site and was refused. Open the page again and repeat it.',
  ],
  411: [
    '送信された内容の長さが分からないため、受け付けませんでした。',
    'The request does not say how long it is and was refused.',
  ],
  413: [
    '送信された内容が大きすぎます（上限 1MB）。分けて送信してください。',
    'The request is too large (1 MB at most). Send it in parts.',
  ],
  503: [
    'データベースに接続できません。入力した内容は送信されていません。数秒後に再読み込みしてください。',
    'The database cannot be reached. Nothing was sent. Reload in a few seconds.',
  ],
} as const

/** What the HTTP API calls them. */
const CODES = { 403: 'forbidden', 411: 'lengthMissing', 413: 'tooLarge', 503: 'unavailable' } as const

/** A plain page, or the API's form of an error: it must work when nothing else does. */
function answer(status: keyof typeof SENTENCES, request: NextRequest): NextResponse {
  const reference = crypto.randomUUID().slice(0, 8).toUpperCase()
  const english = (request.cookies.get('locale')?.value ?? request.headers.get('accept-language') ?? 'ja').startsWith(
    'en',
  )
  const [ja, en] = SENTENCES[status]
  const isApi = request.nextUrl.pathname.startsWith('/api/v1/')
  const page = `<!doctype html><html lang="${english ? 'en' : 'ja'}"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${status}</title><main><h1>${status}</h1><p>${english ? en : ja}</p><p>${english ? 'Reference' : '受付番号'} ${reference}</p></main></html>`
  const headers = {
    'content-type': isApi ? 'application/json' : 'text/html; charset=utf-8',
    'x-request-id': reference,
    'cache-control': 'no-store',
    ...(status === 503 ? { 'retry-after': '5' } : {}),
  }
  const error = { code: CODES[status], message: en, requestId: reference }
  const body = isApi ? JSON.stringify({ error }) : page
  return secured(new NextResponse(body, { status, headers }), "default-src 'none'; frame-ancestors 'none'")
}

// By their whole names: whatever else begins like one of them goes through the proxy. Behind it the body of an upload
// would be held and cut; its route checks origin, length and session itself.
export const config = {
  matcher: ['/((?!_next/static/|_next/image$|api/health/live$|api/health/ready$|api/data/files$|icon\\.svg$).*)'],
}
