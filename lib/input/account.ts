import { z } from 'zod'

/** Written in full width or with capitals it is the same address: NFKC first, then checked. Messages are keys of `errors`. */
export const Email = z
  .string({ error: 'emailInvalid' })
  .max(1000, { error: 'emailInvalid' })
  .transform((text) => text.normalize('NFKC').trim().toLowerCase())
  .pipe(z.email({ error: 'emailInvalid' }).max(254, { error: 'emailInvalid' }))

/** At least 8 characters, no rules of composition; 256 bounds the work of hashing. */
export const NewPassword = z
  .string({ error: 'passwordShort' })
  .min(8, { error: 'passwordShort' })
  .max(256, { error: 'passwordLong' })

/** Characters that reorder or hide text, halves of a pair, and blanks that no trim takes away: none has a place in a text. */
export const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\u115f\u1160\u2800\u3164\uffa0]/u

export const Name = z
  .string({ error: 'nameMissing' })
  .max(1000, { error: 'nameLong' })
  .transform((text) => text.normalize('NFC').trim())
  .pipe(
    z
      .string()
      .min(1, { error: 'nameMissing' })
      .max(80, { error: 'nameLong' })
      .refine((text) => !UNSEEN.test(text), { error: 'nameUnseen' }),
  )

export const CURRENCIES = ['JPY', 'USD', 'EUR'] as const
export type Currency = (typeof CURRENCIES)[number]

export const SignUpInput = z.strictObject({
  name: Name,
  email: Email,
  password: NewPassword,
  organisation: Name,
  fiscalStart: z.coerce.number({ error: 'fiscalStartInvalid' }).int().min(1).max(12),
  currency: z.enum(CURRENCIES),
  /** The device's own, where it names one that exists: nobody typed it, so nobody could correct it. */
  timeZone: z.string().max(80).refine(isTimeZone).catch('Asia/Tokyo'),
})
export type SignUpInput = z.output<typeof SignUpInput>

export const LogInInput = z.strictObject({
  email: z.string().max(1000),
  password: z.string().max(1000),
  next: z.string().max(2000).default('/'),
})
export type LogInInput = z.output<typeof LogInInput>

export function isTimeZone(name: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: name }))
  } catch {
    return false
  }
}
