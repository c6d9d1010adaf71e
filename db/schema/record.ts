import { type AnyPgColumn, foreignKey, text, uuid } from 'drizzle-orm/pg-core'
import { campaigns, channels } from './funnel'
import { imports } from './imports'
import { teams } from './teams'
import { moment, orgId } from './tenancy'

/** Columns of every record: what it is, when its source changed it last, and the import that wrote it last. */
export const recordColumns = () => ({
  orgId: orgId(),
  id: uuid('id').notNull(),
  /** lib/records/identity.ts */
  identity: text('identity').notNull(),
  sourceAt: moment('source_at').notNull(),
  importId: uuid('import_id'),
})

type Columns = Readonly<Record<'orgId', AnyPgColumn>>

export const ofTeam = (name: string, t: Columns & { readonly teamId: AnyPgColumn }) =>
  foreignKey({ name: `${name}_team`, columns: [t.orgId, t.teamId], foreignColumns: [teams.orgId, teams.id] })

export const ofChannel = (name: string, t: Columns & { readonly channelId: AnyPgColumn }) =>
  foreignKey({
    name: `${name}_channel`,
    columns: [t.orgId, t.channelId],
    foreignColumns: [channels.orgId, channels.id],
  })

export const ofCampaign = (name: string, t: Columns & { readonly campaignId: AnyPgColumn }) =>
  foreignKey({
    name: `${name}_campaign`,
    columns: [t.orgId, t.campaignId],
    foreignColumns: [campaigns.orgId, campaigns.id],
  })

export const ofImport = (name: string, t: Columns & { readonly importId: AnyPgColumn }) =>
  foreignKey({ name: `${name}_import`, columns: [t.orgId, t.importId], foreignColumns: [imports.orgId, imports.id] })
