import { z } from 'zod'
import { GAINS } from '#lib/attribution/effect'
import { MODELS } from '#lib/attribution/models'
import { EFFORTS } from '#lib/attribution/view-period'
import { CUSTOMER_SCOPES } from '#lib/pipeline/contribution'
import { PERIODS } from '#lib/plan-vs-actual/period'

/** What an address says; anything that cannot be read is as if it were not there, so that no old link is dead. */
const lenient = <Schema extends z.ZodType>(schema: Schema) => schema.nullable().catch(null).default(null)
const PERIOD_KEYS = PERIODS.map(({ key }) => key)

/** Lookbacks that a view may take instead of the organisation's. */
export const VIEW_LOOKBACKS = [90, 180, 365, 730] as const

/** Stands in an address for 接点なし. */
export const NO_TOUCH = '-'

/** What limits the figures of the screen, and what is opened on it. */
export const AttributionView = z.object({
  /** Null: the organisation's default. */
  model: lenient(z.enum(MODELS)),
  /** Null: the whole year. */
  period: lenient(z.enum(PERIOD_KEYS)),
  /** Days; null: the organisation's. */
  lookback: lenient(z.coerce.number().pipe(z.literal(VIEW_LOOKBACKS))),
  customers: z.enum(CUSTOMER_SCOPES).catch('new').default('new'),
  /** Null: as the period's length suggests. */
  basis: lenient(z.enum(EFFORTS)),
  gain: z.enum(GAINS).catch('revenue').default('revenue'),
  show: z.enum(['amount', 'share']).catch('amount').default('amount'),
  channel: lenient(z.union([z.uuid(), z.literal(NO_TOUCH)])),
  campaign: lenient(z.uuid()),
  deal: lenient(z.uuid()),
  after: lenient(z.string().min(1).max(200)),
})
export type AttributionView = z.output<typeof AttributionView>
