import 'server-only'
import { startSession } from '#db/commands/start-session'
import { loginCounted, loginDelay, loginForgiven } from '#db/login-limits'
import { credentialsOf } from '#db/queries/credentials'
import { Email } from '#lib/input/account'
import type { Claims } from './claims'
import { fits } from './password'

export type LogInOutcome =
  | { readonly kind: 'in'; readonly session: Claims }
  | { readonly kind: 'wrong' }
  | { readonly kind: 'wait'; readonly seconds: number }

/**
 * Checks an address and a password and starts a session in the person's organisation.
 * Known and unknown addresses get the same answer after the same work.
 */
export async function logIn(attempt: { email: string; password: string; address: string }): Promise<LogInOutcome> {
  const email = Email.safeParse(attempt.email).data ?? null
  // An address that cannot exist still counts against the place that it came from.
  const account = email ?? 'unreadable'
  const seconds = await loginDelay(account, attempt.address)
  if (seconds > 0) return { kind: 'wait', seconds }
  const person = email ? await credentialsOf(email) : null
  if (!(await fits(attempt.password, person?.passwordHash ?? null)) || !person) {
    await loginCounted(account)
    return { kind: 'wrong' }
  }
  const started = await startSession(person.userId)
  if (!started) return { kind: 'wrong' }
  await loginForgiven(account, attempt.address)
  return { kind: 'in', session: { uid: person.userId, org: started.orgId, sid: started.sessionId } }
}
