export type ErrorCode = 'notFound' | 'forbidden' | 'conflict' | 'invalid' | 'unavailable' | 'tooMany'

/** An error that a person can act on. `message` is a key of the i18n namespace `errors`; anything else thrown is a fault. */
export class AppError extends Error {
  constructor(
    readonly code: ErrorCode,
    message: string,
    readonly values: Readonly<Record<string, string | number>> = {},
    /** Field name → key in `errors`, for forms. */
    readonly fields: Readonly<Record<string, string>> = {},
  ) {
    super(message)
    this.name = 'AppError'
  }
}

export const notFound = () => new AppError('notFound', 'notFound')
export const forbidden = () => new AppError('forbidden', 'forbidden')
export const conflict = (message: string, values?: Record<string, string | number>) =>
  new AppError('conflict', message, values)
export const invalid = (message: string, fields?: Record<string, string>, values?: Record<string, string | number>) =>
  new AppError('invalid', message, values, fields)
export const unavailable = () => new AppError('unavailable', 'unavailable')
export const tooMany = (seconds: number) => new AppError('tooMany', 'tooMany', { seconds })
