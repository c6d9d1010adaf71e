import type { StoredRecord } from './stored'

const FIELDS = {
  ...{ team_id: ['teamId', 'uuid'], channel_id: ['channelId', 'uuid'], campaign_id: ['campaignId', 'uuid'] },
  ...{ passed_at: ['passedAt', 'timestamptz'], worked_at: ['workedAt', 'timestamptz'] },
  ...{ returned_at: ['returnedAt', 'timestamptz'], return_reason: ['returnReason', 'text'] },
} as const satisfies Readonly<Record<string, readonly [field: string, type: string]>>

/** Leads to count: those given, or (null) all of the organisation. */
export type CountedLeads = readonly StoredRecord[] | null

/**
 * The leads as relations l (id and fields) and s (lead_id, stage, reached_at): of the tables, or from $2 as they were read
 * or written just now. Joining the tables by thousands of ids would take minutes where the planner's statistics have
 * never seen the organisation, as they cannot while its first import is under way.
 */
export function leadsAs(leads: CountedLeads): string {
  const columns = Object.keys(FIELDS).join(', ')
  if (leads === null) {
    return `l as (select id, ${columns} from leads where org_id = $1),
      s as (select lead_id, stage, reached_at from lead_stages where org_id = $1)`
  }
  const typed = Object.entries(FIELDS).map(([column, [, type]]) => `${column} ${type}`)
  return `l as materialized (select * from json_to_recordset($2::json) as r(id uuid, ${typed.join(', ')}, stages json)),
    s as (select l.id as lead_id, e.key as stage, e.value::timestamptz as reached_at
      from l cross join lateral json_each_text(l.stages) e)`
}

/** The parameter $2 of leadsAs. */
export function leadsJson(leads: CountedLeads): string | null {
  return leads === null ? null : JSON.stringify(leads.map(rowOf))
}

function rowOf({ id, values }: StoredRecord) {
  const stages: Record<string, string> = {}
  for (const [name, at] of Object.entries(values)) {
    if (name.startsWith('stage:') && at !== null) stages[name.slice(6)] = String(at)
  }
  const fields = Object.entries(FIELDS).flatMap(([column, [field]]) => {
    const value = values[field] ?? null
    return value === null ? [] : [[column, value] as const]
  })
  return { id, stages, ...Object.fromEntries(fields) }
}
