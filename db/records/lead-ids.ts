import { externalIdentity } from '#lib/records/identity'
import type { Tx } from '../client'
import { lookedUp } from './looked-up'

/** How a row names the person behind it. */
export type LeadName = { readonly leadExternalId?: string | null; readonly emailHmac?: string | null }

export type FoundLead = { readonly id: string; readonly accountId: string | null }

/** The leads that rows name, in their order: by the source's id, else the earliest with the address; null = unknown. */
export async function leadsNamed(tx: Tx, orgId: string, wanted: readonly LeadName[]): Promise<(FoundLead | null)[]> {
  const identities = wanted.flatMap(({ leadExternalId }) => (leadExternalId ? externalIdentity(leadExternalId) : []))
  const emails = wanted.flatMap(({ emailHmac }) => emailHmac ?? [])
  if (identities.length + emails.length === 0) return wanted.map(() => null)
  const { rows } = await tx.$client.query<FoundLead & { identity: string; emailHmac: string | null }>(
    `select l.id, l.account_id as "accountId", l.identity, l.email_hmac as "emailHmac" from (
       select * from ${lookedUp('leads', 'identity', '$2::text[]')} by_id
       union select * from ${lookedUp('leads', 'email_hmac', '$3::text[]')} by_email) l
     order by (select min(s.reached_at) from lead_stages s where s.org_id = l.org_id and s.lead_id = l.id), l.id`,
    [orgId, [...new Set(identities)], [...new Set(emails)]],
  )
  const byIdentity = new Map(rows.map((lead) => [lead.identity, lead]))
  const byEmail = new Map(rows.toReversed().flatMap((lead) => (lead.emailHmac ? [[lead.emailHmac, lead]] : [])))
  return wanted.map(({ leadExternalId, emailHmac }) => {
    const named = leadExternalId ? byIdentity.get(externalIdentity(leadExternalId)) : undefined
    return named ?? (emailHmac ? byEmail.get(emailHmac) : undefined) ?? null
  })
}
