import { z } from 'zod'
import { MOST_AGREED_DAYS, MOST_INFLUENCE_DAYS, USUAL_AGREED_DAYS, USUAL_INFLUENCE_DAYS } from '#lib/organisation'
import { CUSTOMER_SCOPES } from '#lib/pipeline/contribution'
import { HANDOVER_STATES } from '#lib/pipeline/handover'
import { FORECAST_CATEGORIES, OPPORTUNITY_STATES } from '#lib/records/opportunity'
import { MonthText } from './date'

/** Stands in an address for what has none: no channel, no owner. */
export const NONE = '-'

/** What an address says; anything that cannot be read is as if it were not there, so that no old link is dead. */
const lenient = <Schema extends z.ZodType>(schema: Schema) => schema.nullable().catch(null).default(null)
const count = (least: number, most: number) => z.coerce.number().int().min(least).max(most)
const text = z.string().trim().min(1).max(200)
const idOrNone = z.union([z.uuid(), z.literal(NONE)])

/** Days before creation and close in which a touch influences. */
const windowDays = count(1, MOST_INFLUENCE_DAYS)
/** Days within which sales agreed to work on a lead. */
const agreedDays = count(0, MOST_AGREED_DAYS)
const windowOf = (usual: number) => windowDays.catch(usual).default(usual)
const agreedOf = (usual: number) => agreedDays.catch(usual).default(usual)

export const PIPELINE_VIEWS = ['summary', 'handover', 'deals', 'leads', 'cohorts'] as const
export const PIPELINE_PERIODS = ['q1', 'q2', 'q3', 'q4', 'h1', 'h2', 'year'] as const
export const BREAKDOWN_SETS = ['created', 'open', 'won'] as const

/** What limits all figures of the screen. */
export const PipelineView = z.object({
  view: z.enum(PIPELINE_VIEWS).catch('summary').default('summary'),
  /** Null: the running quarter, in another year the whole of it. */
  period: lenient(z.enum(PIPELINE_PERIODS)),
  customers: z.enum(CUSTOMER_SCOPES).catch('new').default('new'),
  window: windowOf(USUAL_INFLUENCE_DAYS),
  agreed: agreedOf(USUAL_AGREED_DAYS),
  /** Whose opportunities; NONE = those without an owner. */
  owner: lenient(text),
  by: z.enum(['channel', 'campaign', 'owner', 'month']).catch('channel').default('channel'),
  set: z.enum(BREAKDOWN_SETS).catch('created').default('created'),
})
export type PipelineView = z.output<typeof PipelineView>

/** What holds where an address says nothing: an organisation's own days. */
export type UsualDays = Pick<PipelineView, 'window' | 'agreed'>

/** Dates by which opportunities are listed: created or closed from a month to another, or open now. */
export const DEAL_BASES = ['created', 'closed', 'open'] as const

/** Which opportunities a list shows. Null = whichever; NONE = those without. */
export const DealFilter = z.object({
  basis: z.enum(DEAL_BASES).catch('open').default('open'),
  /** Of the basis' date: for open ones the expected close. Null: from the first, to the last. */
  from: lenient(MonthText),
  to: lenient(MonthText),
  state: lenient(z.enum(OPPORTUNITY_STATES)),
  customers: z.enum(CUSTOMER_SCOPES).catch('all').default('all'),
  sourced: lenient(z.enum(['yes', 'no'])),
  influenced: lenient(z.enum(['yes', 'no'])),
  window: windowOf(USUAL_INFLUENCE_DAYS),
  channel: lenient(idOrNone),
  campaign: lenient(idOrNone),
  /** Influenced by a touch of this channel or campaign. */
  touchChannel: lenient(z.uuid()),
  touchCampaign: lenient(z.uuid()),
  owner: lenient(text),
  category: lenient(z.enum([...FORECAST_CATEGORIES, NONE])),
  stage: lenient(text),
  /** In its stage for more than so many days. */
  over: lenient(count(0, 10_000)),
  after: lenient(text),
})
export type DealFilter = z.output<typeof DealFilter>

/** Which leads a list shows: those passed to sales, or those of cohorts that reached a stage, from a month to another. */
export const LeadFilter = z.object({
  basis: z.enum(['passed', 'cohort']).catch('passed').default('passed'),
  from: lenient(MonthText),
  to: lenient(MonthText),
  /** 'worked' is in time or late; 'anyReturned' also counts those that were worked on. */
  handover: lenient(z.enum([...HANDOVER_STATES, 'worked', 'anyReturned'])),
  agreed: agreedOf(USUAL_AGREED_DAYS),
  channel: lenient(z.uuid()),
  /** Why it was returned. */
  reason: lenient(text),
  /** Stage that was reached since, by the end of a month; of cohorts. */
  reached: lenient(text),
  through: lenient(MonthText),
  after: lenient(text),
})
export type LeadFilter = z.output<typeof LeadFilter>

type Address = Readonly<Record<string, unknown>>

// To build a schema takes longer than to read with it, so these are the same for every organisation.
const AskedView = PipelineView.extend({ window: lenient(windowDays), agreed: lenient(agreedDays) })
const AskedDeals = DealFilter.extend({ window: lenient(windowDays) })
const AskedLeads = LeadFilter.extend({ agreed: lenient(agreedDays) })

/** What an address says of a view; where it says nothing of days, the organisation's own. */
export function pipelineViewOf(address: Address, usual: UsualDays): PipelineView {
  const asked = AskedView.parse(address)
  return { ...asked, window: asked.window ?? usual.window, agreed: asked.agreed ?? usual.agreed }
}

export function dealFilterOf(address: Address, usual: UsualDays): DealFilter {
  const asked = AskedDeals.parse(address)
  return { ...asked, window: asked.window ?? usual.window }
}

export function leadFilterOf(address: Address, usual: UsualDays): LeadFilter {
  const asked = AskedLeads.parse(address)
  return { ...asked, agreed: asked.agreed ?? usual.agreed }
}

/** A measured lag that a team's plan of a year takes over, for one transition of a channel. */
export const UseLagInput = z.strictObject({
  teamId: z.uuid(),
  year: z.int().min(1900).max(2199),
  channelId: z.uuid(),
  /** The stage that is reached. */
  to: z.string().min(1).max(60),
  /** Shares for 0, 1, 2 … months, as measured. */
  shares: z
    .array(z.string().regex(/^[01]\.\d{4}$/))
    .min(1)
    .max(61),
})
export type UseLagInput = z.input<typeof UseLagInput>
