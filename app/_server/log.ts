import pino from 'pino'

/** The server's log: one JSON object a line, on standard error. */
export const log = pino(
  { name: 'gyakusan', redact: ['*.password', '*.passwordHash', '*.email', '*.token'] },
  pino.destination(2),
)

/** Logs a fault under a number that the person can quote. */
export function fault(error: unknown, where: string): string {
  const reference = crypto.randomUUID().slice(0, 8).toUpperCase()
  log.error({ err: error, reference, where })
  return reference
}
