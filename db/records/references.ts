import { reaches } from '#lib/permissions'
import type { RowFault } from '#lib/records/import'
import type { Work } from '../commands/command'
import { onceIn } from './gathered'
import type { Values } from './tables'

/** What rows may point at: the organisation's teams within reach, channels, campaigns, and stages of leads. */
export type References = {
  readonly timeZone: string
  readonly teams: ReadonlySet<string>
  readonly channels: ReadonlySet<string>
  readonly campaigns: ReadonlyMap<string, { readonly teamId: string; readonly channelId: string }>
  /** 'lead' and the stages after it up to the one before 'opportunity'. */
  readonly stages: ReadonlySet<string>
}

export function referencesOf(work: Work): Promise<References> {
  return onceIn(work, readReferences)
}

async function readReferences({ tx, actor }: Work): Promise<References> {
  const ask = <Row extends Record<string, string>>(text: string) =>
    tx.$client.query<Row>(text, [actor.orgId]).then(({ rows }) => rows)
  const [zone] = await ask<{ zone: string }>('select time_zone as zone from organisations where org_id = $1')
  const teams = await ask<{ id: string }>('select id from teams where org_id = $1')
  const channels = await ask<{ id: string }>('select id from channels where org_id = $1')
  const campaigns = await ask<{ id: string; teamId: string; channelId: string }>(
    'select id, team_id as "teamId", channel_id as "channelId" from campaigns where org_id = $1',
  )
  const stages = await ask<{ key: string }>(
    `select s.key from stages s
     join stages l on l.org_id = s.org_id and l.key = 'lead' join stages o on o.org_id = s.org_id and o.key = 'opportunity'
     where s.org_id = $1 and s.position >= l.position and s.position < o.position`,
  )
  return {
    timeZone: zone?.zone ?? 'UTC',
    teams: new Set(teams.map(({ id }) => id).filter((id) => reaches(actor, id))),
    channels: new Set(channels.map(({ id }) => id)),
    campaigns: new Map(campaigns.map((campaign) => [campaign.id, campaign])),
    stages: new Set(stages.map(({ key }) => key)),
  }
}

/** What a record points at that is not there, or not for it: another organisation's id is like one that does not exist. */
export function faultOf(values: Values, known: References): RowFault | null {
  const { teamId, channelId, campaignId } = values
  if (typeof teamId === 'string' && !known.teams.has(teamId)) return 'teamUnknown'
  if (typeof channelId === 'string' && !known.channels.has(channelId)) return 'channelUnknown'
  if (typeof campaignId === 'string') {
    const campaign = known.campaigns.get(campaignId)
    const isOwn = campaign && known.teams.has(campaign.teamId) && campaign.channelId === channelId
    if (!isOwn || (typeof teamId === 'string' && campaign.teamId !== teamId)) return 'campaignUnknown'
  }
  const stages = Object.keys(values).filter((name) => name.startsWith('stage:'))
  return stages.every((name) => known.stages.has(name.slice(6))) ? null : 'stageUnknown'
}
