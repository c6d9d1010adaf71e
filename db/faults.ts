import { AppError, unavailable } from '#lib/errors'

/** Classes and codes of Postgres that mean "not now": connection, shutdown, resources, time limits, deadlock. */
const NOT_NOW = /^(08|53|57P0|57014|55P03|25P03|40001|40P01)/
const NETWORK = /^(ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH)$/
/** Sentences of pg and pg-pool for which there is no code. */
const DRIVER =
  /timeout exceeded when trying to connect|Connection terminated|Query read timeout|Client has encountered a connection error|not queryable/

/** SQLSTATE or system code of what the driver threw; drizzle wraps it as `cause`. */
export function codeOf(error: unknown): string | null {
  if (!(error instanceof Error)) return null
  if ('code' in error && typeof error.code === 'string') return error.code
  return codeOf(error.cause)
}

/** Whether a code came from Postgres itself, as '23505' does, and not from the network. */
export function isSqlState(code: string | null): boolean {
  return code !== null && /^[0-9A-Z]{5}$/.test(code)
}

/** Name of the violated constraint, when Postgres names one. */
export function constraintOf(error: unknown): string | null {
  if (!(error instanceof Error)) return null
  if ('constraint' in error && typeof error.constraint === 'string') return error.constraint
  return constraintOf(error.cause)
}

/** Whether the database cannot answer for the moment, whatever was asked. */
export function isUnavailable(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const code = codeOf(error) ?? ''
  return NOT_NOW.test(code) || NETWORK.test(code) || DRIVER.test(error.message) || isUnavailable(error.cause)
}

/** An outage becomes 'unavailable' (503); everything else stays what it is. */
export function asAppError(error: unknown): unknown {
  if (error instanceof AppError || !isUnavailable(error)) return error
  return Object.assign(unavailable(), { cause: error })
}
