import { z } from 'zod'
import { BASES } from '#lib/attribution/credit'
import { CUSTOMER_SCOPES } from '#lib/pipeline/contribution'
import { PERIODS } from '#lib/plan-vs-actual/period'
import {
  BridgeAnswer,
  KpisAnswer,
  LandingAnswer,
  OrganisationAnswer,
  PipelineAnswer,
  PlansAnswer,
  PlanVsActualAnswer,
  PreviewAnswer,
} from './answers'
import { AttributionAnswer } from './attribution-answer'
import { ActualItem, ITEMS, PushActualsBody, PushAnswer, PushBody } from './items'
import { PreviewInput } from './preview-input'
import type { TokenScope } from './token'

/** One call of the HTTP API: the route is made of it, and so is its description. */
export type Endpoint<
  Query extends z.ZodType = z.ZodType,
  Body extends z.ZodType = z.ZodType,
  Answer extends z.ZodType = z.ZodType,
> = {
  readonly method: 'GET' | 'POST'
  readonly path: `/api/v1/${string}`
  readonly scope: TokenScope
  /** Points of the 600 a minute that a token has. */
  readonly points: number
  readonly summary: string
  readonly query: Query
  /** Of a GET nothing: z.undefined(). */
  readonly body: Body
  readonly answer: Answer
  /** What one of `items` is, where the body has some. */
  readonly item?: z.ZodType
}

const nothing = z.undefined()
const noQuery = z.strictObject({})
const teamYear = z.strictObject({
  team: z.uuid().meta({ description: 'Id of the team; the root team’s figures are the whole company’s.' }),
  year: z.coerce
    .number()
    .int()
    .min(1900)
    .max(2199)
    .meta({ description: 'Fiscal year, named by the year it starts in.' }),
})

function reading<Query extends z.ZodType, Answer extends z.ZodType>(
  path: `/api/v1/${string}`,
  summary: string,
  query: Query,
  answer: Answer,
): Endpoint<Query, typeof nothing, Answer> {
  return { method: 'GET', scope: 'read', points: 1, path, summary, query, body: nothing, answer }
}

function pushing<Body extends z.ZodType>(
  path: `/api/v1/${string}`,
  summary: string,
  item: z.ZodType,
  body: Body,
): Endpoint<typeof noQuery, Body, typeof PushAnswer> {
  return { method: 'POST', scope: 'write', points: 5, path, summary, query: noQuery, body, answer: PushAnswer, item }
}

export const GET_ORGANISATION = reading(
  '/api/v1/organisation',
  'Teams, channels, stages and campaigns with their ids',
  noQuery,
  OrganisationAnswer,
)
export const GET_PLANS = reading('/api/v1/plans', 'All versions of a team’s plan for a year', teamYear, PlansAnswer)
export const GET_KPIS = reading(
  '/api/v1/kpis',
  'What the active plan asks of each channel, by stage: for the year, by month, before the year',
  teamYear,
  KpisAnswer,
)
export const GET_PLAN_VS_ACTUAL = reading(
  '/api/v1/plan-vs-actual',
  'Plan, actual and last year by month, per line or channel and metric',
  teamYear,
  PlanVsActualAnswer,
)
export const GET_LANDING = reading(
  '/api/v1/landing',
  'Where the year lands: at planned rates, at observed rates, and at observed rates and pace',
  teamYear,
  LandingAnswer,
)
export const GET_BRIDGE = reading(
  '/api/v1/bridge',
  'Why actual revenue differs from planned, in effects that add up to the gap',
  teamYear.extend({ channel: z.uuid().optional().meta({ description: 'One channel; left out: the whole KGI.' }) }),
  BridgeAnswer,
)
export const GET_PIPELINE = reading(
  '/api/v1/pipeline',
  'What marketing brings to the pipeline: contribution, coverage, velocity, handover',
  teamYear,
  PipelineAnswer,
)

export const GET_ATTRIBUTION = reading(
  '/api/v1/attribution',
  'Which channels brought the revenue: credits of every model, what was frozen, and what is booked',
  teamYear.extend({
    period: z
      .enum(PERIODS.map(({ key }) => key))
      .default('year')
      .meta({ description: 'Of the fiscal year: m0 … m11, q1 … q4, h1, h2, year.' }),
    basis: z.enum(BASES).default('won').meta({
      description:
        'Revenue won in the months; opportunities created in them; those still open; revenue so far of their leads.',
    }),
    customers: z.enum(CUSTOMER_SCOPES).default('new').meta({ description: 'New or existing business, or both.' }),
  }),
  AttributionAnswer,
)

export const POST_LEADS = pushing('/api/v1/leads', 'Adds or changes leads', ITEMS.LeadItem, PushBody)
export const POST_OPPORTUNITIES = pushing(
  '/api/v1/opportunities',
  'Adds or changes opportunities',
  ITEMS.OpportunityItem,
  PushBody,
)
export const POST_TOUCHES = pushing('/api/v1/touches', 'Adds or changes touches', ITEMS.TouchItem, PushBody)
export const POST_COSTS = pushing('/api/v1/costs', 'Adds or changes costs by month', ITEMS.CostItem, PushBody)
export const POST_ACTUALS = pushing(
  '/api/v1/actuals',
  'Enters monthly actuals; null makes a cell blank',
  ActualItem,
  PushActualsBody,
)

export const POST_PREVIEW: Endpoint<typeof noQuery, typeof PreviewInput, typeof PreviewAnswer> = {
  ...{ method: 'POST', path: '/api/v1/plan/preview', scope: 'read', points: 10 },
  summary: 'Figures of a scenario, without keeping it; with actuals also landing and bridge',
  ...{ query: noQuery, body: PreviewInput, answer: PreviewAnswer },
}

/** Every endpoint, as they are described. */
export const ENDPOINTS: readonly Endpoint[] = [
  ...[
    GET_ORGANISATION,
    GET_PLANS,
    GET_KPIS,
    GET_PLAN_VS_ACTUAL,
    GET_LANDING,
    GET_BRIDGE,
    GET_PIPELINE,
    GET_ATTRIBUTION,
  ],
  ...[POST_LEADS, POST_OPPORTUNITIES, POST_TOUCHES, POST_COSTS, POST_ACTUALS, POST_PREVIEW],
]
