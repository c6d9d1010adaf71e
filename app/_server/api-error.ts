import { createTranslator } from 'next-intl'
import { AppError, type ErrorCode } from '#lib/errors'
import en from '#lib/i18n/en/errors.json'
import ja from '#lib/i18n/ja/errors.json'
import { fault } from './log'

const STATUS: Record<ErrorCode, number> = {
  notFound: 404,
  forbidden: 403,
  conflict: 409,
  invalid: 422,
  unavailable: 503,
  tooMany: 429,
}

/** Seconds after which it is worth while to call again when the database is away. */
const AWAY_S = 5

/** A refusal that only the HTTP API knows, before anything is read. `message` is a key of `errors`. */
export class Refusal extends Error {
  constructor(
    readonly status: 401 | 413 | 415,
    readonly code: 'unauthorised' | 'tooLarge' | 'notJson',
    message: string,
  ) {
    super(message)
    this.name = 'Refusal'
  }
}

type Sentence = (key: string, values?: Readonly<Record<string, string | number>>) => string

/** The sentences of `errors` in the language that a request asks for; English unless that is Japanese. */
export function sentences(request: Request): Sentence {
  const isJapanese = /^ja\b/i.test(request.headers.get('accept-language') ?? '')
  const messages = flat(isJapanese ? ja : en)
  const t = createTranslator<Record<string, string>>({ locale: isJapanese ? 'ja' : 'en', messages })
  return (key, values) => t(key in messages ? key : 'invalid', values)
}

/** The sentences that stand by themselves; a group of them belongs to a screen. A build makes lists of those with arguments. */
function flat(messages: Readonly<Record<string, unknown>>): Record<string, string> {
  const isSentence = (entry: [string, unknown]): entry is [string, string] =>
    typeof entry[1] === 'string' || Array.isArray(entry[1])
  return Object.fromEntries(Object.entries(messages).filter(isSentence))
}

/** The answer to a call that failed: {error:{code,message,requestId}}; of a fault no more than its number in the log. */
export function refusal(error: unknown, request: Request): Response {
  const say = sentences(request)
  if (error instanceof Refusal) {
    const headers: Record<string, string> = error.status === 401 ? { 'www-authenticate': 'Bearer' } : {}
    return answer(error.status, { code: error.code, message: say(error.message) }, headers)
  }
  if (!(error instanceof AppError)) {
    const requestId = fault(error, new URL(request.url).pathname)
    return answer(500, { code: 'fault', message: say('fault', { reference: requestId }), requestId }, {})
  }
  const fields = Object.entries(error.fields).map(([name, key]) => [name, say(key, error.values)])
  const named = fields.length > 0 ? { fields: Object.fromEntries(fields) } : {}
  return answer(
    STATUS[error.code],
    { code: error.code, message: say(error.message, error.values), ...named },
    retry(error),
  )
}

function retry({ code, values }: AppError): Record<string, string> {
  if (code === 'tooMany') return { 'retry-after': String(values.seconds ?? 60) }
  return code === 'unavailable' ? { 'retry-after': String(AWAY_S) } : {}
}

function answer(status: number, error: object, headers: Record<string, string>): Response {
  const requestId = crypto.randomUUID().slice(0, 8).toUpperCase()
  return Response.json({ error: { requestId, ...error } }, { status, headers })
}
