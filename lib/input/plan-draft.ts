import { z } from 'zod'
import { freeText } from './text'

/** A decimal as it enters the arithmetic: '0.012', '-0.05'. Percent and full-width digits are read before, by the form. */
const DecimalText = z.string().regex(/^-?\d{1,20}(\.\d{1,20})?$/)
/** Whole amount in the currency's minor unit; a draft keeps odd ones too, faultsOf names them. */
const Amount = z.int()
const StageKeyText = z.string().min(1).max(60)
const LagInput = z.union([DecimalText, z.array(DecimalText).min(1).max(61)])

/** What an integer column holds with room to spare. */
export const MOST_PEOPLE = 1_000_000

const TransitionDraft = z.strictObject({
  /** The stage that is reached; the one before it in the organisation's list is where it starts. */
  to: StageKeyText,
  rate: DecimalText.nullable(),
  lag: LagInput.nullable(),
})

const isDistinct = (names: readonly string[]) => new Set(names).size === names.length

const ChannelDraft = z.strictObject({
  channelId: z.uuid(),
  /** Fraction of the marketing goal: '0.5' is 50 %. */
  share: DecimalText.nullable(),
  entry: StageKeyText,
  /** All that was typed, also for stages before the entry, so that moving the entry loses nothing. */
  transitions: z
    .array(TransitionDraft)
    .max(30)
    .refine((transitions) => isDistinct(transitions.map(({ to }) => to)), 'invalid'),
  dealSize: Amount.nullable(),
  unitCostStage: StageKeyText.nullable(),
  unitCost: Amount.nullable(),
  fixedCostPerMonth: Amount.nullable(),
  /** Planned by its campaigns' calendar (DOMAIN §2 step 9) instead of by demand. */
  scheduled: z.boolean().default(false),
  /** Fraction by which the entry stage does more than the goal asks, so that the kept plan closes the year: '0.032'. */
  entryUplift: DecimalText.nullable().default(null),
  /** What the assumptions rest on: a benchmark with source and year, a decision. */
  note: freeText(500, { long: 'noteLong', unseen: 'noteUnseen' }).default(null),
})

/** What the plan form holds and the database keeps. Any field may still be missing or odd: lib/funnel/draft names faults. */
export const PlanDraft = z.strictObject({
  revenueGoal: Amount.nullable(),
  existing: Amount.nullable(),
  salesSourced: Amount.nullable(),
  spread: z.strictObject({ kind: z.enum(['weights', 'amounts']), values: z.array(DecimalText.nullable()).length(12) }),
  /** Fraction: '0.1' is +10 %. */
  nextYearGrowth: DecimalText.nullable(),
  rounding: z.enum(['stage', 'exact']),
  channels: z
    .array(ChannelDraft)
    .max(50)
    .refine((channels) => isDistinct(channels.map((channel) => channel.channelId)), 'invalid'),
  /** Sales capacity: people, and the opportunities that one of them can handle in a month ('7.5'). */
  salesPeople: z.int().min(-MOST_PEOPLE).max(MOST_PEOPLE).nullable().default(null),
  opportunitiesPerPerson: DecimalText.nullable().default(null),
})

export type PlanDraft = z.infer<typeof PlanDraft>
export type ChannelDraft = PlanDraft['channels'][number]
export type TransitionDraft = ChannelDraft['transitions'][number]
