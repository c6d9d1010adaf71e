import 'server-only'
import { unstable_rethrow } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import type { z } from 'zod'
import type { Session } from '#db/queries/session'
import { AppError, forbidden, invalid } from '#lib/errors'
import { formatYearMonth, type Locale } from '#lib/format'
import { isMonth } from '#lib/month'
import { type Capability, can } from '#lib/permissions'
import type { FormState, Rejection, Result } from '#lib/result'
import { fault } from './log'
import { currentSession } from './session'

const sessionEnded = () => new AppError('forbidden', 'sessionEnded')

/**
 * The one way to write: session → membership from the database → capability → strict schema → one command.
 * Every export of a 'use server' file is made in this file; e2e/inventory.test.ts fails on any other.
 */
export function action<Schema extends z.ZodType, T>(
  schema: Schema,
  capability: Capability,
  run: (input: z.output<Schema>, session: Session) => Promise<T>,
) {
  return async (input: z.input<Schema>): Promise<Result<T>> => {
    try {
      const session = await currentSession()
      if (!session) throw sessionEnded()
      if (!can(session, capability)) throw forbidden()
      return { ok: true, value: await run(parsed(schema, input), session) }
    } catch (error) {
      return rejection(error)
    }
  }
}

/**
 * For what anybody may do on their own device (language, theme, log-out): a form's or a button's action, without an
 * answer. Our pages send nothing that cannot be read, so a request that does is let go by without effect.
 */
export function openAction<Schema extends z.ZodType>(schema: Schema, run: (input: z.output<Schema>) => Promise<void>) {
  return async (input: z.input<Schema> | FormData): Promise<void> => {
    const read = schema.safeParse(input instanceof FormData ? typedIn(input) : input)
    if (read.success) await run(read.data)
  }
}

/** A form for people who are not logged in yet (sign-up, log-in). Works without JavaScript; gives the values back. */
export function openForm<Schema extends z.ZodType>(
  schema: Schema,
  run: (input: z.output<Schema>) => Promise<void>,
  secrets: readonly string[] = ['password'],
) {
  return async (_: FormState, form: FormData): Promise<FormState> => {
    // A call made by hand may bring anything in the form's place.
    const typed = form instanceof FormData ? typedIn(form) : {}
    try {
      await run(parsed(schema, typed))
      return { state: 'saved' }
    } catch (error) {
      const { message, fields, reference } = await rejection(error)
      const values = Object.fromEntries(Object.entries(typed).filter(([key]) => !secrets.includes(key)))
      return { state: 'rejected', message, fields, reference, values }
    }
  }
}

/** The text fields of a form; React's own begin with $. */
function typedIn(form: FormData): Record<string, string> {
  const texts = [...form].filter((entry): entry is [string, string] => typeof entry[1] === 'string')
  return Object.fromEntries(texts.filter(([name]) => !name.startsWith('$')))
}

function parsed<Schema extends z.ZodType>(schema: Schema, input: unknown): z.output<Schema> {
  const read = schema.safeParse(input)
  if (read.success) return read.data
  throw invalid('invalid', Object.fromEntries(read.error.issues.map((issue) => [issue.path.join('.'), issue.message])))
}

/** Months as people write them: 2026年5月, not 2026-05. */
function inWords(values: AppError['values'], locale: Locale): Record<string, string | number> {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      typeof value === 'string' && isMonth(value) ? formatYearMonth(value, locale) : value,
    ]),
  )
}

/** What the person reads: an expected error in their language, anything else as a number to quote. */
async function rejection(error: unknown): Promise<Rejection> {
  unstable_rethrow(error)
  const [t, locale] = await Promise.all([getTranslations('errors'), getLocale()])
  const sentence = (key: string, values: AppError['values'] = {}) =>
    t.has(key) ? t(key, inWords(values, locale === 'en' ? 'en' : 'ja')) : t('invalid')
  if (error instanceof AppError) {
    const fields = Object.fromEntries(
      Object.entries(error.fields).map(([name, key]) => [name, sentence(key, error.values)]),
    )
    return { ok: false, code: error.code, message: sentence(error.message, error.values), fields, reference: null }
  }
  const reference = fault(error, 'action')
  return { ok: false, code: 'fault', message: t('fault', { reference }), fields: {}, reference }
}
