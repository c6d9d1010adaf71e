import { z } from 'zod'
import { PlanDraft } from '#lib/input/plan-draft'
import { LINES } from '#lib/monthly-actual'
import { PLAN_STATES } from '#lib/plan-version'

/** Lists are by month from the year's first, or by stage from upstream. */
const list = <Schema extends z.ZodType>(schema: Schema) => z.array(schema).readonly()
const Figure = z.number().nullable()
const ByMonth = list(z.number())
const Months = list(z.string().meta({ description: '2026-04' }))
const CountsByStage = z.record(z.string(), z.number())
/** Index of a month of the year; −1: none. */
const MonthIndex = z.int().min(-1).max(11)

export const OrganisationAnswer = z.strictObject({
  organisation: z.strictObject({
    ...{ id: z.uuid(), name: z.string(), currency: z.string(), fiscalStart: z.int(), timeZone: z.string() },
  }),
  teams: list(z.strictObject({ id: z.uuid(), name: z.string(), isRoot: z.boolean() })),
  channels: list(
    z.strictObject({
      ...{ id: z.uuid(), name: z.string(), isMarketing: z.boolean(), defaultEntry: z.string() },
      /** People who came by themselves; gross margin in hundredths of a percent, null: the organisation's. */
      ...{ isDirect: z.boolean(), grossMargin: z.int().nullable() },
      archivedAt: z.string().nullable(),
    }),
  ),
  stages: list(z.strictObject({ key: z.string(), name: z.string().nullable() })),
  campaigns: list(
    z.strictObject({
      ...{ id: z.uuid(), teamId: z.uuid(), channelId: z.uuid(), name: z.string() },
      ...{ startsOn: z.string(), endsOn: z.string(), budget: Figure, plannedEntries: Figure },
      archivedAt: z.string().nullable(),
    }),
  ),
})

export const PlansAnswer = z.strictObject({
  plans: list(
    z.strictObject({
      ...{ id: z.uuid(), teamId: z.uuid(), year: z.int(), version: z.int(), state: z.enum(PLAN_STATES) },
      ...{ reason: z.string().nullable(), revision: z.int(), createdAt: z.string(), createdBy: z.string() },
      ...{ activatedAt: z.string().nullable(), activatedBy: z.string().nullable(), draft: PlanDraft },
    }),
  ),
})

const Tree = {
  stages: list(z.string()),
  annual: list(z.number()),
  annualExact: list(z.number()),
  monthly: z.record(z.string(), ByMonth),
  requiredBeforeYear: CountsByStage,
  lastUsefulMonthIndex: z.int().nullable(),
  costByMonth: ByMonth.nullable(),
  ifKept: z.strictObject({ revenueByMonth: ByMonth, revenue: z.number() }),
  uncovered: z.strictObject({ count: z.number(), yen: z.number() }).optional(),
}
/** A channel whose assumptions give no figures has its revenue only. */
const Kpis = z.strictObject({ revenue: z.number(), revenueByMonth: ByMonth, ...z.strictObject(Tree).partial().shape })

export const KpisAnswer = z.strictObject({
  months: Months,
  teams: list(
    z.strictObject({
      ...{ teamId: z.uuid(), goalByMonth: ByMonth, marketingGoalByMonth: ByMonth },
      channels: list(Kpis.extend({ channelId: z.uuid() })),
    }),
  ),
})

export const PlanVsActualAnswer = z.strictObject({
  ...{ months: Months, actualsThrough: MonthIndex, closedThrough: MonthIndex },
  rows: list(
    z.strictObject({
      ...{ teamId: z.uuid(), line: z.enum([...LINES, 'unallocated']), channelId: z.uuid().nullable() },
      metric: z.string(),
      ...{ plan: list(Figure), actual: list(Figure), lastYear: list(Figure) },
    }),
  ),
})

const ChannelLanding = {
  ...{ revenueByMonth: ByMonth, revenue: z.number(), won: ByMonth, rates: list(z.number()), dealSize: Figure },
}
const Landing = z.strictObject({
  ...{ byMonth: ByMonth, total: z.number(), goal: Figure, attainment: Figure },
  ...{ existing: z.number(), salesSourced: z.number(), marketing: z.number() },
  channels: list(z.strictObject({ teamId: z.uuid(), channelId: z.uuid(), ...ChannelLanding })),
})

const OpportunityLanding = Landing.extend({
  channels: list(
    z.strictObject({
      ...{ teamId: z.uuid(), channelId: z.uuid(), revenueByMonth: ByMonth, revenue: z.number() },
      /** They add up to the revenue. */
      ...{ actual: z.number(), won: z.number(), open: z.number(), flow: z.number() },
      /** Open opportunities expected in the year, before their probability. */
      ...{ openCount: z.int(), openAmount: z.number(), overdue: z.int(), leftOut: z.int() },
      ...{ isInsufficient: z.boolean(), isRecorded: z.boolean() },
    }),
  ),
})

export const LandingAnswer = z.strictObject({
  ...{ months: Months, actualsThrough: MonthIndex },
  /** 計画率 · 実績率 · 実績率・実績ペース · 商談ベース, which is null where no opportunity is recorded */
  cases: z.strictObject({
    ...{ plan: Landing, observed: Landing, observedPace: Landing },
    opportunities: OpportunityLanding.nullable(),
  }),
})

export const BridgeAnswer = z.strictObject({
  ...{ plan: z.number(), actual: z.number(), gap: z.number(), through: MonthIndex },
  effects: list(z.strictObject({ key: z.string(), amount: z.number(), isLever: z.boolean(), isPartial: z.boolean() })),
  partialChannels: list(z.uuid()),
})

const Tally = { count: z.number(), amount: z.number(), unpriced: z.number() }
const Part = z.strictObject({ ...Tally, countShare: Figure, amountShare: Figure })
const Contribution = z.strictObject({
  total: z.strictObject(Tally),
  sourced: Part,
  influenced: Part,
  salesSourced: Part,
})

export const PipelineAnswer = z.strictObject({
  ...{ from: z.string(), to: z.string() },
  /** New customers: what was created and won in the months, and what is open now. */
  contribution: z.strictObject({ created: Contribution, open: Contribution, won: Contribution }),
  coverage: list(
    z.strictObject({
      ...{ period: z.string(), goal: Figure, booked: z.number(), open: z.number(), remaining: Figure },
      ...{ coverage: Figure, needed: Figure, shortfall: Figure },
    }),
  ),
  velocity: z.strictObject({
    ...{ opportunities: z.number(), winRate: Figure, dealSize: Figure, cycleDays: Figure, perDay: Figure },
  }),
  handover: z.strictObject({
    ...{ passed: z.number(), worked: z.number(), untouched: z.number(), waiting: z.number(), returned: z.number() },
    inTimeRate: Figure,
  }),
})

const PreviewLanding = z.strictObject({
  revenue: z.number(),
  channels: list(z.strictObject({ name: z.string(), ...ChannelLanding })),
})

export const PreviewAnswer = z.strictObject({
  ...{ goalByMonth: ByMonth, marketingGoalByMonth: ByMonth },
  channels: list(Kpis.extend({ name: z.string() })),
  /** Only with actuals. */
  landing: z.strictObject({ byRates: z.strictObject({ plan: PreviewLanding, observed: PreviewLanding }) }).optional(),
  bridge: list(
    z.strictObject({
      ...{ name: z.string(), plan: z.number(), actual: z.number(), gap: z.number() },
      effects: z.record(z.string(), z.number()),
    }),
  ).optional(),
})
