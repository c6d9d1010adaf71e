import { z } from 'zod'
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
