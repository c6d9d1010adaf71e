export const ROLES = ['marketer', 'sales_manager', 'executive', 'admin', 'viewer'] as const
export type Role = (typeof ROLES)[number]

/** What an action or a page asks for; one word each, so that the table below is the whole policy. */
export const CAPABILITIES = [
  'plan.read',
  'plan.edit',
  /** Activate a version whose KGI, existing and sales-sourced equal those of the active one. */
  'plan.activate',
  /** Activate any other version: this is the approval of the KGI. */
  'goal.approve',
  'actuals.read',
  'actuals.edit',
  'campaign.edit',
  /** Close and reopen a month, and choose an earlier 適用境界月. */
  'month.close',
  /** Set the landing of a coming month by hand, for 既存 and 営業独自. */
  'landing.edit',
  'organisation.read',
  'organisation.edit',
  /** Leads, opportunities, touches and costs, and figures of the pipeline. */
  'records.read',
  /** Import, undo, export, and whether a figure is counted from records. */
  'records.import',
  /** Edit opportunities and handovers by hand. */
  'pipeline.edit',
  /** Choose by which rules revenue is credited, direct channels and margins. */
  'attribution.edit',
  /** Make one account of two, and take that back. */
  'account.merge',
  /** Make and revoke tokens of the HTTP API. */
  'token.edit',
] as const
export type Capability = (typeof CAPABILITIES)[number]

const READ = ['plan.read', 'actuals.read', 'organisation.read', 'records.read'] as const

const GRANTS: Record<Role, readonly Capability[]> = {
  marketer: [
    ...READ,
    'plan.edit',
    'plan.activate',
    'actuals.edit',
    'campaign.edit',
    'month.close',
    'landing.edit',
    'records.import',
  ],
  sales_manager: [...READ, 'landing.edit', 'pipeline.edit', 'account.merge'],
  executive: [...READ, 'plan.edit', 'plan.activate', 'goal.approve', 'landing.edit', 'attribution.edit'],
  admin: CAPABILITIES,
  viewer: READ,
}

/** Who acts: the part of a session that decides what may be done. */
export type Actor = {
  readonly userId: string
  readonly orgId: string
  readonly role: Role
  /** Teams that the membership is limited to; null = all teams of the organisation. */
  readonly teamIds: readonly string[] | null
}

export function can(actor: Pick<Actor, 'role'>, capability: Capability): boolean {
  return GRANTS[actor.role].includes(capability)
}

/** Whether the membership reaches a team. A team outside it is as if it did not exist (404). */
export function reaches(actor: Pick<Actor, 'teamIds'>, teamId: string): boolean {
  return actor.teamIds === null || actor.teamIds.includes(teamId)
}
