import { DEAL_PARTS } from '#lib/attribution/credit'
import { TOUCH_MODELS } from '#lib/attribution/models'
import type { ExportTable } from '#lib/export/table-names'

/** $1 organisation, $2 teams within reach (null = all), $3 the last id of the page before (null = first), $4 rows. */
type PageQuery = { readonly select: string; readonly from: string; readonly id: string; readonly reach: string }

const ACCOUNT = 'left join accounts a on a.org_id = r.org_id and a.id = r.account_id'
const CHANNEL = 'left join channels c on c.org_id = r.org_id and c.id = r.channel_id'
const CAMPAIGN = 'left join campaigns k on k.org_id = r.org_id and k.id = r.campaign_id'
const TEAM = 'left join teams t on t.org_id = r.org_id and t.id = r.team_id'
const LEAD = 'left join leads l on l.org_id = r.org_id and l.id = r.lead_id'
const PLACE = 'c.name as channel, k.name as campaign'
const OF_ACCOUNT = 'a.name as "accountName", a.external_id as "accountId"'
const OWN_TEAM = '($2::uuid[] is null or r.team_id = any($2::uuid[]))'
const REACHED_ACCOUNT = `($2::uuid[] is null
  or exists (select from leads x where x.org_id = r.org_id and x.account_id = r.id and x.team_id = any($2::uuid[]))
  or exists (select from opportunities x where x.org_id = r.org_id and x.account_id = r.id and x.team_id = any($2::uuid[])))`

const MODELS = TOUCH_MODELS.map((model) => `'${model}'`).join(', ')

/** Revenue by what it is credited to: closed months as they were frozen, a row for each model that gives something. */
const CREDITS = `select x.*, m.model, x.amounts[m.i] as amount, x.deal_parts[m.i] as parts,
    concat_ws(' ', x.month, x.team_id, x.is_new, x.channel_id, x.campaign_id, lpad(m.i::text, 2, '0')) as id
  from (
    select org_id, team_id, month, is_new, channel_id, campaign_id, amounts, deal_parts, null::timestamptz as closed_at
    from attribution_rollup a where a.org_id = $1 and a.basis = 'won' and not exists (
      select from month_closes s join attribution_frozen_rules f on f.org_id = s.org_id and f.team_id = s.team_id
        and f.month = s.month and f.closed_at = s.closed_at
      where s.org_id = a.org_id and s.team_id = a.team_id and s.month = a.month and s.reopened_at is null)
    union all
    select f.org_id, f.team_id, f.month, f.is_new, f.channel_id, f.campaign_id, f.amounts, f.deal_parts, f.closed_at
    from attribution_frozen f join month_closes s on s.org_id = f.org_id and s.team_id = f.team_id and s.month = f.month
      and s.closed_at = f.closed_at and s.reopened_at is null
    where f.org_id = $1 and f.basis = 'won') x
  cross join unnest(array[${MODELS}]) with ordinality as m(model, i)
  where x.amounts[m.i] <> 0 or x.deal_parts[m.i] <> 0`

const QUERIES: Readonly<Record<Exclude<ExportTable, 'actuals'>, PageQuery>> = {
  leads: {
    select: `r.identity, ${PLACE}, ${OF_ACCOUNT}, t.name as team, r.passed_at as "passedAt", r.worked_at as "workedAt",
      r.returned_at as "returnedAt", r.return_reason as "returnReason", r.source_at as "sourceAt",
      (select json_object_agg(s.stage, s.reached_at) from lead_stages s where s.org_id = r.org_id and s.lead_id = r.id) as reached`,
    from: `leads r ${ACCOUNT} ${CHANNEL} ${CAMPAIGN} ${TEAM}`,
    id: 'r.id',
    reach: OWN_TEAM,
  },
  opportunities: {
    select: `r.identity, r.name, r.created_on::text as "createdOn", r.stage, r.state, r.amount::float8 as amount,
      r.closed_on::text as "closedOn", r.expected_close_on::text as "expectedCloseOn", ${PLACE}, ${OF_ACCOUNT},
      l.identity as lead, t.name as team, r.owner, r.forecast_category as forecast, r.is_new as "isNew",
      r.loss_reason as "lossReason", r.stage_since::text as "stageSince", r.source_at as "sourceAt"`,
    from: `opportunities r ${ACCOUNT} ${CHANNEL} ${CAMPAIGN} ${TEAM} ${LEAD}`,
    id: 'r.id',
    reach: OWN_TEAM,
  },
  touches: {
    select: `r.identity, r.at, ${PLACE}, r.kind as "touchKind", ${OF_ACCOUNT}, l.identity as lead, r.source_at as "sourceAt"`,
    from: `touches r ${ACCOUNT} ${CHANNEL} ${CAMPAIGN} ${LEAD}`,
    id: 'r.id',
    // A touch has no team: whose lead or campaign it is of may be seen.
    reach: '($2::uuid[] is null or l.team_id = any($2::uuid[]) or k.team_id = any($2::uuid[]))',
  },
  costs: {
    select: `r.identity, r.month, r.amount::float8 as amount, ${PLACE}, t.name as team, r.source_at as "sourceAt"`,
    from: `campaign_costs r ${CHANNEL} ${CAMPAIGN} ${TEAM}`,
    id: 'r.id',
    reach: OWN_TEAM,
  },
  attribution: {
    select: `r.month, t.name as team, r.is_new as "isNew", c.name as channel, k.name as campaign, r.model,
      r.amount::float8 as amount, r.parts::float8 / ${DEAL_PARTS} as deals, r.closed_at as frozen`,
    from: `(${CREDITS}) r ${CHANNEL} ${CAMPAIGN} ${TEAM}`,
    id: 'r.id',
    reach: OWN_TEAM,
  },
  accounts: {
    select: 'r.external_id as id, r.name, i.name as "mergedInto", r.created_at as "createdAt"',
    from: `accounts r left join account_merges m on m.org_id = r.org_id and m.from_id = r.id and m.undone_at is null
      left join accounts i on i.org_id = m.org_id and i.id = m.into_id`,
    id: 'r.id',
    reach: REACHED_ACCOUNT,
  },
  campaigns: {
    select: `r.name, t.name as team, c.name as channel, r.starts_on::text as "startsOn", r.ends_on::text as "endsOn",
      r.budget::float8 as budget, r.planned_entries as "plannedEntries", r.archived_at as archived`,
    from: `campaigns r ${CHANNEL} ${TEAM}`,
    id: 'r.id',
    reach: OWN_TEAM,
  },
  channels: {
    select: 'r.name, r.is_marketing as "isMarketing", r.default_entry as entry, r.archived_at as archived',
    from: 'channels r',
    id: 'r.id',
    reach: 'true',
  },
  stages: { select: 'r.key, r.name, r.position', from: 'stages r', id: 'r.key', reach: 'true' },
  teams: {
    select: 'r.name, r.is_root as "isRoot", r.archived_at as archived',
    from: 'teams r',
    id: 'r.id',
    reach: '($2::uuid[] is null or r.id = any($2::uuid[]))',
  },
  plans: {
    select: `r.year, t.name as team, r.version, r.state, r.revenue_goal::float8 as "revenueGoal",
      r.existing::float8 as existing, r.sales_sourced::float8 as "salesSourced", c.name as channel, p.share::float8 as share,
      p.entry, p.deal_size::float8 as "dealSize", p.unit_cost::float8 as "unitCost",
      p.fixed_cost_per_month::float8 as "fixedCost", p.note, r.created_at as "createdAt"`,
    from: `plan_versions r ${TEAM}
      left join plan_channels p on p.org_id = r.org_id and p.plan_id = r.id
      left join channels c on c.org_id = p.org_id and c.id = p.channel_id`,
    // A version has a row for each of its channels: a page ends between two of them.
    id: `(r.id::text || ' ' || coalesce(p.position::text, ''))`,
    reach: OWN_TEAM,
  },
}

/** The text of a table's page. The order is that of the id, so that a page begins where the last one ended. */
export function pageQuery(table: Exclude<ExportTable, 'actuals'>): string {
  const { select, from, id, reach } = QUERIES[table]
  const isText = table === 'stages' || table === 'plans' || table === 'attribution'
  const after = isText ? `${id} > $3::text` : `${id} > $3::uuid`
  return `select ${select}, ${id}::text as "pageId" from ${from}
    where r.org_id = $1 and ($2::uuid[] is null or $2::uuid[] is not null) and ${reach}
      and ($3::text is null or ${after})
    order by ${id} limit $4`
}
