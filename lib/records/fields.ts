import { z } from 'zod'
import { UNSEEN } from '#lib/input/account'
import { DateText } from '#lib/input/date'

/** Line breaks and the joiners of emoji are welcome in a record's text. */
const WELCOME = /[\n\r\t\u200c\u200d]/g

/** A text of a record, trimmed and composed (NFC); blank is null. Messages are keys of `errors`. */
export function recordText(most: number) {
  return z
    .string()
    .max(most, { error: 'textLong' })
    .refine((text) => !UNSEEN.test(text.replace(WELCOME, '')), { error: 'textUnseen' })
    .transform((text) => text.normalize('NFC').trim() || null)
    .nullable()
}

/** A text without which a record means nothing. */
export const RequiredText = recordText(200).pipe(z.string({ error: 'textMissing' }))

/** What keeps a record from being counted twice: see lib/records/identity.ts. */
export const Identity = z
  .string()
  .min(1, { error: 'textMissing' })
  .max(300, { error: 'textLong' })
  .refine((text) => !UNSEEN.test(text), { error: 'textUnseen' })

/** The source system's own id of a record. */
export const ExternalId = Identity.max(200, { error: 'textLong' })

/** A moment with its offset, or a day of the organisation's calendar, which stands for the day's beginning there. */
export const Moment = z.union(
  [
    // First: an import has read its days already.
    z.iso
      .datetime({ offset: true, error: 'dateInvalid' })
      .refine((text) => text >= '1900-01-01' && text < '2200-01-01', { error: 'dateInvalid' }),
    DateText,
  ],
  { error: 'dateInvalid' },
)

/** When the source system last changed the record; left out: now. The newest wins, whatever order they arrive in. */
export const SourceAt = z.iso.datetime({ offset: true, error: 'dateInvalid' }).nullish()

/** HMAC-SHA-256 of the normalised address with the organisation's key, in hex. The address itself goes no further. */
export const EmailHmac = z.string().regex(/^[0-9a-f]{64}$/, { error: 'invalid' })

/** The company of a record: by the CRM's id, else by its normalised name. */
export const AccountRef = z
  .strictObject({ externalId: ExternalId.nullish(), name: recordText(200).nullish() })
  .refine(({ externalId, name }) => Boolean(externalId || name), { error: 'textMissing', path: ['name'] })

/** Whole money in the currency's minor unit. */
export const Amount = z.int({ error: 'numberNotWhole' })
