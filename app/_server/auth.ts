import 'server-only'
import { cookies } from 'next/headers'
import type { NextAuthOptions } from 'next-auth'
import { decode, encode } from 'next-auth/jwt'
import Credentials from 'next-auth/providers/credentials'
import { LogInInput } from '#lib/input/account'
import { Claims } from './claims'
import { environment } from './env'
import { fault } from './log'
import { logIn } from './log-in'
import { address } from './request'

const DAYS_30 = 30 * 24 * 60 * 60

/** `__Host-` binds the cookie to this host over https; a plain name lets the demo run on http. */
function cookie() {
  const secure = environment().origin.startsWith('https:')
  return {
    name: secure ? '__Host-gyakusan' : 'gyakusan',
    options: { httpOnly: true, sameSite: 'lax' as const, path: '/', secure, maxAge: DAYS_30 },
  }
}

/** The claims of the request's cookie, or null when there is none that we signed. */
export async function claims(): Promise<Claims | null> {
  const token = (await cookies()).get(cookie().name)?.value
  if (!token) return null
  const payload = await decode({ token, secret: environment().secret }).catch(() => null)
  return Claims.safeParse(payload).data ?? null
}

/** Hands the browser the cookie of a session that was started in the database. */
export async function keepSession(session: Claims): Promise<void> {
  const { name, options } = cookie()
  const token = { uid: session.uid, org: session.org, sid: session.sid }
  ;(await cookies()).set(name, await encode({ token, secret: environment().secret, maxAge: DAYS_30 }), options)
}

export async function dropSession(): Promise<void> {
  const { name, options } = cookie()
  ;(await cookies()).set(name, '', { ...options, maxAge: 0 })
}

/** next-auth writes the sentence of an error into the address that it leads to: ours stay in the log. */
function withoutItsWords(error: unknown): never {
  throw new Error(fault(error, 'log-in'))
}

/** next-auth's own endpoints: the same check, limits and cookie as the log-in form. */
export function authOptions(): NextAuthOptions {
  const { name, options } = cookie()
  return {
    secret: environment().secret,
    session: { strategy: 'jwt', maxAge: DAYS_30 },
    pages: { signIn: '/login', error: '/login' },
    cookies: { sessionToken: { name, options } },
    providers: [
      Credentials({
        credentials: { email: { type: 'email' }, password: { type: 'password' } },
        async authorize(credentials) {
          const input = LogInInput.pick({ email: true, password: true }).safeParse({
            email: credentials?.email,
            password: credentials?.password,
          })
          const attempt = input.success ? logIn({ ...input.data, address: await address() }) : null
          const outcome = await attempt?.catch(withoutItsWords)
          return outcome?.kind === 'in' ? { id: outcome.session.sid, ...outcome.session } : null
        },
      }),
    ],
    callbacks: {
      // A closed object: next-auth would otherwise carry name, e-mail and picture along.
      jwt: ({ token, user }) => Claims.parse(user ?? token),
      session: ({ session }) => ({ expires: session.expires }),
    },
  }
}
