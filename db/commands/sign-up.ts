import { randomBytes } from 'node:crypto'
import { AppError } from '#lib/errors'
import { DEFAULT_STAGES } from '#lib/funnel/stages'
import { NewOrganisationInput } from '#lib/input/organisation'
import { signinWithin, type Tenant, type Tx, withOrg } from '../client'
import { codeOf, constraintOf } from '../faults'
import { newId } from '../id'
import { channels, stages } from '../schema/funnel'
import { organisations } from '../schema/organisation'
import { memberships, users } from '../schema/people'
import { teams } from '../schema/teams'
import { parsed, record } from './command'

/** Names that an organisation starts with, and the stage where each channel's people enter. */
const START = {
  ja: { root: '全社', channels: ['Web', '展示会', 'セミナー', '広告', '紹介'] },
  en: { root: 'Company', channels: ['Web', 'Exhibitions', 'Seminars', 'Advertising', 'Referrals'] },
} as const
const ENTRIES = ['visit', 'lead', 'lead', 'visit', 'opportunity'] as const

/**
 * Makes a person, their organisation with default stages and channels, and the person its admin.
 * @throws AppError 'conflict' (emailTaken) when the address is known, 'invalid'
 */
export async function signUp(given: NewOrganisationInput): Promise<{ userId: string; orgId: string }> {
  const input = parsed(NewOrganisationInput, given)
  const tenant = { orgId: newId(), userId: newId() }
  await withOrg(tenant, async (tx) => {
    await signinWithin(tx, tenant, () => addUser(tx, tenant, input))
    await addOrganisation(tx, tenant, input)
    await addFunnel(tx, tenant, input)
    const { organisationName, currency, fiscalStart } = input
    const after = { organisationName, currency, fiscalStart }
    await record(tx, tenant, 'organisation.create', { subjectId: tenant.orgId, before: null, after })
  }).catch(asEmailTaken)
  return tenant
}

type NewOrganisation = ReturnType<typeof NewOrganisationInput.parse>

async function addUser(tx: Tx, { userId, orgId }: Tenant, { email, passwordHash }: NewOrganisation): Promise<void> {
  await tx.insert(users).values({ id: userId, email, passwordHash, lastOrgId: orgId })
}

async function addOrganisation(tx: Tx, { orgId, userId }: Tenant, input: NewOrganisation): Promise<void> {
  const { organisationName, currency, fiscalStart, timeZone, name, email, locale } = input
  const shown = { unit: 'thousand', negativeStyle: 'minus', goodFrom: 1, watchFrom: 0.8 } as const
  const emailKey = randomBytes(32).toString('hex')
  await tx
    .insert(organisations)
    .values({ orgId, name: organisationName, currency, fiscalStart, timeZone, emailKey, ...shown })
  await tx.insert(memberships).values({ orgId, userId, name, email, role: 'admin' })
  await tx.insert(teams).values({ orgId, id: newId(), name: START[locale].root, isRoot: true })
}

async function addFunnel(tx: Tx, { orgId }: Tenant, { locale }: NewOrganisation): Promise<void> {
  await tx.insert(stages).values(DEFAULT_STAGES.map((key, i) => ({ orgId, key, position: i + 1 })))
  await tx.insert(channels).values(
    START[locale].channels.map((name, i) => {
      const defaultEntry = ENTRIES[i] ?? 'lead'
      return { orgId, id: newId(), name, defaultEntry, colour: i + 1, position: i + 1 }
    }),
  )
}

function asEmailTaken(error: unknown): never {
  if (codeOf(error) === '23505' && constraintOf(error) === 'users_email') {
    throw new AppError('conflict', 'emailTaken', {}, { email: 'emailTaken' })
  }
  throw error
}
