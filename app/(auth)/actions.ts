'use server'

import { redirect } from 'next/navigation'
import { z } from 'zod'
import { endAllSessions, endSession } from '#db/commands/end-session'
import { signUp } from '#db/commands/sign-up'
import { addressDelay, addressForgiven } from '#db/login-limits'
import { invalid, tooMany } from '#lib/errors'
import { LogInInput, SignUpInput } from '#lib/input/account'
import { openAction, openForm } from '#server/action'
import { dropSession, keepSession } from '#server/auth'
import { locale } from '#server/i18n'
import { logIn } from '#server/log-in'
import { hashPassword, isCommon } from '#server/password'
import { address, ownPath } from '#server/request'
import { currentSession } from '#server/session'

export const logInForm = openForm(LogInInput, async ({ email, password, next }) => {
  const outcome = await logIn({ email, password, address: await address() })
  if (outcome.kind === 'wait') throw tooMany(outcome.seconds)
  if (outcome.kind === 'wrong') throw invalid('logInWrong')
  await keepSession(outcome.session)
  redirect(ownPath(next))
})

export const signUpForm = openForm(SignUpInput, async ({ password, ...person }) => {
  if (await isCommon(password)) throw invalid('invalid', { password: 'passwordCommon' })
  // The answer tells whether an address is registered, so asking is limited like guessing a password.
  const from = await address()
  const seconds = await addressDelay(from)
  if (seconds > 0) throw tooMany(seconds)
  const { organisation, ...rest } = person
  await signUp({
    ...rest,
    organisationName: organisation,
    passwordHash: await hashPassword(password),
    locale: await locale(),
  })
  await addressForgiven(from)
  const outcome = await logIn({ email: person.email, password, address: from })
  if (outcome.kind !== 'in') redirect('/login')
  await keepSession(outcome.session)
  redirect('/')
})

export const logOut = openAction(z.strictObject({}), async () => {
  const session = await currentSession()
  if (session) await endSession(session)
  await dropSession()
  redirect('/login')
})

/** Every session of the person, on every device and in every organisation. */
export const logOutEverywhere = openAction(z.strictObject({}), async () => {
  const session = await currentSession()
  if (session) await endAllSessions(session.userId)
  await dropSession()
  redirect('/login')
})
