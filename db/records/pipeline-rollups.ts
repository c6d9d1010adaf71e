import type { Tx } from '../client'
import type { Counted } from './contributions'

/** A rollup of the pipeline screen: the columns of its cells, and what records put into them. */
export type PipelineRollup = {
  readonly name: 'journey_rollup' | 'handover_rollup'
  readonly cell: Readonly<Record<string, 'uuid' | 'text' | 'jsonb' | 'int' | 'date' | 'boolean'>>
  /** $1 = organisation, $2 = lead ids or null, $3 = opportunity ids or null. Days are of the organisation's time zone. */
  readonly source: string
}

/** A lead goes with its first opportunity; an opportunity of a known source that came from no lead begins by itself. */
export const JOURNEYS: PipelineRollup = {
  name: 'journey_rollup',
  cell: { team_id: 'uuid', month: 'text', channel_id: 'uuid', reached: 'jsonb' },
  source: `
    select l.team_id, came.reached ->> 'lead' as month, l.channel_id, came.reached || jsonb_strip_nulls(jsonb_build_object(
      'opportunity', to_char(sold.created_on, 'YYYY-MM'), 'won', to_char(sold.won_on, 'YYYY-MM'))) as reached
    from (
      select s.lead_id, jsonb_object_agg(s.stage, to_char(s.reached_at at time zone z.time_zone, 'YYYY-MM')) as reached
      from lead_stages s join organisations z on z.org_id = s.org_id
      where s.org_id = $1 and ($2::uuid[] is null or s.lead_id = any($2)) group by 1 having bool_or(s.stage = 'lead')
    ) came
    join leads l on l.org_id = $1 and l.id = came.lead_id
    left join (
      select lead_id, min(created_on) as created_on, min(closed_on) filter (where state = 'won') as won_on
      from opportunities where org_id = $1 and lead_id is not null and ($2::uuid[] is null or lead_id = any($2)) group by 1
    ) sold on sold.lead_id = l.id
    union all
    select team_id, to_char(created_on, 'YYYY-MM'), source_channel_id, jsonb_strip_nulls(jsonb_build_object(
      'opportunity', to_char(created_on, 'YYYY-MM'), 'won', case when state = 'won' then to_char(closed_on, 'YYYY-MM') end))
    from opportunities
    where org_id = $1 and lead_id is null and source_channel_id is not null and ($3::uuid[] is null or id = any($3))`,
}

export const HANDOVERS: PipelineRollup = {
  name: 'handover_rollup',
  cell: {
    ...{ team_id: 'uuid', month: 'text', channel_id: 'uuid', response_days: 'int', passed_on: 'date' },
    ...{ is_returned: 'boolean', return_reason: 'text' },
  },
  source: `
    select l.team_id, to_char(p.day, 'YYYY-MM') as month, l.channel_id,
      case when l.worked_at is not null then greatest(0, (l.worked_at at time zone z.time_zone)::date - p.day) end as response_days,
      case when l.worked_at is null then p.day end as passed_on, l.returned_at is not null as is_returned, l.return_reason
    from leads l join organisations z on z.org_id = l.org_id
    cross join lateral (select (l.passed_at at time zone z.time_zone)::date as day) p
    where l.org_id = $1 and l.passed_at is not null and ($2::uuid[] is null or l.id = any($2))`,
}

/** A cell with the number of records in it. Values as JSON has them; days 'YYYY-MM-DD'. */
export type RollupCell = Readonly<Record<string, unknown>> & { readonly records: number }

const columnsOf = ({ cell }: PipelineRollup) => Object.keys(cell)
const selected = ({ cell }: PipelineRollup) =>
  Object.entries(cell).map(([column, type]) => (type === 'date' ? `${column}::text` : column))

/** What records count for, one row per cell: for the commands' deltas and for `npm run db:rebuild`. */
export async function cellsOf(
  tx: Tx,
  orgId: string,
  rollup: PipelineRollup,
  { leads, opportunities }: Pick<Counted, 'leads' | 'opportunities'>,
): Promise<RollupCell[]> {
  if (leads?.length === 0 && opportunities?.length === 0) return []
  // `asked` tells Postgres the type of a parameter that a source does without.
  const { rows } = await tx.$client.query<RollupCell>(
    `with asked as (select $2::uuid[], $3::uuid[])
     select ${selected(rollup).join(', ')}, count(*)::float8 as records from (${rollup.source}) counted
     group by ${columnsOf(rollup).join(', ')}`,
    [orgId, leads, opportunities],
  )
  return rows
}

/** The cells as they stand. */
export async function standingCells(tx: Tx, orgId: string, rollup: PipelineRollup): Promise<RollupCell[]> {
  const { rows } = await tx.$client.query<RollupCell>(
    `select ${selected(rollup).join(', ')}, records::float8 as records from ${rollup.name} where org_id = $1`,
    [orgId],
  )
  return rows
}

/** What must be added to the first cells to get the second; those that stay as they are do not appear. */
export function cellDifference(
  rollup: PipelineRollup,
  before: readonly RollupCell[],
  after: readonly RollupCell[],
): RollupCell[] {
  const columns = columnsOf(rollup)
  const cells = new Map<string, RollupCell>()
  const add = (cell: RollupCell, sign: 1 | -1) => {
    const key = JSON.stringify(columns.map((column) => cell[column]))
    cells.set(key, { ...cell, records: (cells.get(key)?.records ?? 0) + sign * cell.records })
  }
  for (const cell of before) add(cell, -1)
  for (const cell of after) add(cell, 1)
  return [...cells.values()].filter(({ records }) => records !== 0)
}

/** Adds changes to the cells, and drops those that no record is in any more. */
export async function writeCells(
  tx: Tx,
  orgId: string,
  rollup: PipelineRollup,
  changes: readonly RollupCell[],
): Promise<void> {
  if (changes.length === 0) return
  const { name, cell } = rollup
  const columns = columnsOf(rollup).join(', ')
  const typed = Object.entries(cell).map(([column, type]) => `${column} ${type}`)
  const given = `json_to_recordset($2::json) as r(${typed.join(', ')}, records bigint)`
  await tx.$client.query(
    `insert into ${name} (org_id, ${columns}, records) select $1, ${columns}, records from ${given}
     on conflict (org_id, ${columns}) do update set records = ${name}.records + excluded.records`,
    [orgId, JSON.stringify(changes)],
  )
  const less = changes.filter(({ records }) => records < 0)
  if (less.length === 0) return
  const same = columnsOf(rollup).map((column) => `t.${column} is not distinct from r.${column}`)
  await tx.$client.query(
    `delete from ${name} t using ${given}
     where t.org_id = $1 and t.team_id = r.team_id and t.month = r.month and t.channel_id = r.channel_id
       and t.records = 0 and ${same.join(' and ')}`,
    [orgId, JSON.stringify(less)],
  )
}
