import pino from 'pino'

/** Fields of an error that say what happened; others, such as a query's parameters or Postgres' detail, hold what people typed. */
const TOLD = ['code', 'constraint', 'table', 'column', 'digest'] as const

/** An error for the log, with its causes: what happened and where, without names, addresses and hashes that were in it. */
export function toldError(error: unknown): unknown {
  if (!(error instanceof Error)) return String(error)
  const fields = Object.fromEntries(TOLD.flatMap((key) => (key in error ? [[key, Reflect.get(error, key)]] : [])))
  // drizzle's sentence is the query, and on the next line what it was given.
  const message = error.message.split('\nparams: ')[0]
  const stack = error.stack?.split('\n').filter((line) => /^ {4}at /.test(line))
  const cause = error.cause === undefined ? {} : { cause: toldError(error.cause) }
  return { type: error.name, message, ...fields, stack, ...cause }
}

/** The server's log: one JSON object a line, on standard error. */
export const log = pino(
  {
    name: 'gyakusan',
    serializers: { err: toldError },
    redact: ['*.password', '*.passwordHash', '*.email', '*.token'],
  },
  pino.destination(2),
)

/** Logs a fault under a number that the person can quote. */
export function fault(error: unknown, where: string): string {
  const reference = crypto.randomUUID().slice(0, 8).toUpperCase()
  log.error({ err: error, reference, where })
  return reference
}
