import { createHash, createHmac } from 'node:crypto'
import { minorDigits } from '#lib/format'
import type { RowContext } from '#lib/import/row-cells'
import { readOrg } from '../client'
import { campaignsIn } from '../queries/campaigns'
import { emailKeyOf } from '../queries/imports'
import { stages } from '../queries/organisation'
import type { Session } from '../queries/session'

/** What reading a file needs of the person's organisation. */
export async function rowContext(session: Session): Promise<RowContext> {
  const [key, funnel, campaigns] = await Promise.all([
    emailKeyOf(session),
    stages(session),
    readOrg(session, (tx) => campaignsIn(tx, session.orgId, undefined)),
  ])
  const secret = Buffer.from(key, 'hex')
  return {
    timeZone: session.org.timeZone,
    decimals: minorDigits(session.org.currency),
    stages: funnel.map((stage) => stage.key),
    campaigns: new Map(campaigns.map(({ id, teamId, channelId }) => [id, { teamId, channelId }])),
    hash: (text) => createHash('sha256').update(text).digest('hex'),
    emailHmac: (address) => createHmac('sha256', secret).update(address).digest('hex'),
  }
}
