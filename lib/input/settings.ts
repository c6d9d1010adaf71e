import { z } from 'zod'
import { MONEY_UNITS } from '#lib/format'
import { MOST_AGREED_DAYS, MOST_INFLUENCE_DAYS, NEGATIVE_STYLES } from '#lib/organisation'
import { Name } from './account'
import { parseNumber } from './number'

/** A new team or channel. */
export const NewName = z.strictObject({ name: Name })
/** Another name for a team or channel. */
export const NewNameOf = z.strictObject({ id: z.uuid(), name: Name })
export const OneId = z.strictObject({ id: z.uuid() })

/** A whole number as typed, from a least to a most; `fault`, a key of `errors`, for all else, blank included. */
function wholeText(least: number, most: number, fault: string) {
  return z
    .string()
    .max(100, { error: fault })
    .transform((text, context) => {
      const read = parseNumber(text.replace(/[%％]\s*$/, ''))
      const value = 'fault' in read ? null : read.value
      if (value !== null && value >= least && value <= most) return value
      context.addIssue({ code: 'custom', message: fault })
      return z.NEVER
    })
}

const PercentText = wholeText(1, 200, 'thresholdInvalid').transform((percent) => percent / 100)

/** The settings of an organisation as typed; what was not changed is left out. */
export const OrganisationText = z.strictObject({
  name: Name.optional(),
  unit: z.enum(MONEY_UNITS).optional(),
  negativeStyle: z.enum(NEGATIVE_STYLES).optional(),
  goodFrom: PercentText.optional(),
  watchFrom: PercentText.optional(),
  agreedDays: wholeText(0, MOST_AGREED_DAYS, 'agreedDaysInvalid').optional(),
  influenceDays: wholeText(1, MOST_INFLUENCE_DAYS, 'influenceDaysInvalid').optional(),
})
export type OrganisationText = z.input<typeof OrganisationText>
