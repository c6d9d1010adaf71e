import { z } from 'zod'
import { UNSEEN } from './account'

/** Line breaks, and the joiners of emoji and Persian, are welcome in a longer text; other unseen characters are not. */
const WELCOME = /[\n\r\t\u200c\u200d]/g

/** A text of several lines at most `most` long, trimmed; blank is null. `long` and `unseen` are keys of `errors`. */
export function freeText(most: number, { long, unseen }: { readonly long: string; readonly unseen: string }) {
  return z
    .string()
    .max(most, { error: long })
    .refine((text) => !UNSEEN.test(text.replace(WELCOME, '')), { error: unseen })
    .transform((text) => text.trim() || null)
    .nullable()
}
