import { z } from 'zod'
import { MONEY_UNITS } from '#lib/format'
import { MOST_AGREED_DAYS, MOST_INFLUENCE_DAYS, NEGATIVE_STYLES } from '#lib/organisation'
import { ROLES } from '#lib/permissions'
import { CURRENCIES, Email, isTimeZone, Name } from './account'

export const TeamId = z.strictObject({ teamId: z.uuid() })
export const ChannelId = z.strictObject({ channelId: z.uuid() })

export const AddTeamInput = z.strictObject({ name: Name })
export const RenameTeamInput = z.strictObject({ teamId: z.uuid(), name: Name })

export const AddChannelInput = z.strictObject({
  name: Name,
  /** Stage where its people enter the funnel. */
  defaultEntry: z.string().min(1).max(60).default('lead'),
  isMarketing: z.boolean().default(true),
})
export const RenameChannelInput = z.strictObject({ channelId: z.uuid(), name: Name })

/** An attainment in whole percent, as the figures that it judges are printed: 0.8 is 80 %. */
const Threshold = z
  .number()
  .min(0.01)
  .max(2)
  .refine((share) => Math.round(share * 100) / 100 === share)

/** What an organisation chooses for all its figures; a field that is left out keeps its value. */
export const SaveOrganisationInput = z.strictObject({
  name: Name.optional(),
  unit: z.enum(MONEY_UNITS).optional(),
  negativeStyle: z.enum(NEGATIVE_STYLES).optional(),
  goodFrom: Threshold.optional(),
  watchFrom: Threshold.optional(),
  agreedDays: z.int().min(0).max(MOST_AGREED_DAYS).optional(),
  influenceDays: z.int().min(1).max(MOST_INFLUENCE_DAYS).optional(),
})

/** A person joins an organisation. An address that is known keeps its own password. */
export const AddMemberInput = z.strictObject({
  name: Name,
  email: Email,
  role: z.enum(ROLES),
  /** Null = all teams. */
  teamIds: z.array(z.uuid()).min(1).max(200).nullable(),
  passwordHash: z.string().min(1).nullable(),
})

/** What sign-up hands to the database: the password is hashed already. */
export const NewOrganisationInput = z.strictObject({
  name: Name,
  email: Email,
  passwordHash: z.string().min(1),
  organisationName: Name,
  currency: z.enum(CURRENCIES),
  fiscalStart: z.int().min(1).max(12),
  timeZone: z.string().refine(isTimeZone, { error: 'invalid' }).default('Asia/Tokyo'),
  /** Language of the names that the organisation starts with. */
  locale: z.enum(['ja', 'en']).default('ja'),
})
export type NewOrganisationInput = z.input<typeof NewOrganisationInput>
