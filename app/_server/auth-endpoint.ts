import 'server-only'
import { NextRequest } from 'next/server'
import NextAuth from 'next-auth'
import { endSession } from '#db/commands/end-session'
import { invalid, notFound } from '#lib/errors'
import { authOptions } from './auth'
import { environment } from './env'
import { ownPath } from './request'
import { currentSession } from './session'

export type AuthContext = { params: Promise<{ nextauth: string[] }> }

/** The endpoints of next-auth that this product has. The others are pages of its own and providers that are not used. */
const ENDPOINTS = [
  'GET csrf',
  'GET session',
  'GET providers',
  'GET signin',
  'GET error',
  'POST callback/credentials',
  'POST signout',
]

/**
 * Answers an endpoint of next-auth, whose answers then hold for the session's row too: one that was revoked is no
 * session, and signing out revokes it.
 * @throws AppError 'notFound' for another endpoint, 'invalid' for a body that cannot be read
 */
export async function authEndpoint(request: Request, context: AuthContext): Promise<Response> {
  const endpoint = (await context.params).nextauth.join('/')
  if (!ENDPOINTS.includes(`${request.method} ${endpoint}`)) throw notFound()
  const session = await currentSession()
  if (endpoint === 'session' && !session) return Response.json({})
  const answer: Response = await NextAuth(await readable(request), context, authOptions())
  // next-auth drops the cookie once it has checked its token against forgery; the row must end with it.
  if (endpoint === 'signout' && session && dropsSession(answer)) await endSession(session)
  return answer
}

function dropsSession(answer: Response): boolean {
  const name = authOptions().cookies?.sessionToken?.name
  return answer.headers.getSetCookie().some((cookie) => cookie.startsWith(`${name}=;`))
}

/** The request with what next-auth would stumble over put right: its fields as a form, its callback on this site. */
async function readable(request: Request): Promise<NextRequest> {
  const url = new URL(request.url)
  keepOnSite(url.searchParams)
  if (request.method === 'GET') return new NextRequest(url, { headers: request.headers })
  const body = await fieldsOf(request)
  keepOnSite(body)
  const headers = new Headers(request.headers)
  headers.delete('content-length')
  headers.set('content-type', 'application/x-www-form-urlencoded')
  return new NextRequest(url, { method: request.method, headers, body: body.toString() })
}

/** The text fields of a form or of a JSON object. */
async function fieldsOf(request: Request): Promise<URLSearchParams> {
  const isJson = request.headers.get('content-type')?.startsWith('application/json') ?? false
  const read = isJson ? request.json() : request.formData()
  const given: unknown = await read.catch(() => null)
  if (typeof given !== 'object' || given === null) throw invalid('invalid')
  const entries: [string, unknown][] = given instanceof FormData ? [...given] : Object.entries(given)
  return new URLSearchParams(entries.filter((entry): entry is [string, string] => typeof entry[1] === 'string'))
}

function keepOnSite(fields: URLSearchParams): void {
  const wanted = fields.get('callbackUrl')
  if (wanted === null) return
  const { origin } = environment()
  fields.set(
    'callbackUrl',
    `${origin}${ownPath(wanted.startsWith(`${origin}/`) ? wanted.slice(origin.length) : wanted)}`,
  )
}
