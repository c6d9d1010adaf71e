import { sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Month } from '#lib/month'
import type { Standing } from '#lib/pipeline/ageing'
import { FORECAST_CATEGORIES } from '#lib/records/opportunity'
import type { Tx } from '../client'
import { opportunities as deals } from '../schema/opportunities'
import { daysInStage, inSpan, ofTeams, type PipelineScope } from './pipeline-conditions'
import { rowsOf, TALLY, tally } from './pipeline-deals'

const Closed = z.object({
  ...tally,
  state: z.enum(['won', 'lost']),
  forecastCategory: z.enum(FORECAST_CATEGORIES).nullable(),
  /** From creation to the win; null: lost. */
  days: z.number().nullable(),
})
export type ClosedLot = z.infer<typeof Closed>

/** Opportunities closed in some months, by ヨミ and the days that a win took. */
export function historyIn(
  tx: Tx,
  scope: PipelineScope,
  months: { readonly from: Month; readonly to: Month },
): Promise<ClosedLot[]> {
  return rowsOf(
    tx,
    Closed,
    sql`select ${deals.state} as state, ${deals.forecastCategory} as "forecastCategory",
      case when ${deals.state} = 'won' then greatest(0, ${deals.closedOn} - ${deals.createdOn}) end as days, ${TALLY}
    from ${deals} where ${ofTeams(scope)} and ${inSpan({ basis: 'closed', ...months })} group by 1, 2, 3`,
  )
}

const Stood = z.object({ ...tally, stage: z.string().nullable(), days: z.number() })

/** Open opportunities by the CRM's stage and the days for which they have stood in it. */
export function standingIn(tx: Tx, scope: PipelineScope): Promise<Standing[]> {
  return rowsOf(
    tx,
    Stood,
    sql`select ${deals.stage} as stage, ${daysInStage(scope)} as days, ${TALLY}
    from ${deals} where ${ofTeams(scope)} and ${deals.state} = 'open' group by 1, 2`,
  )
}
