import { exactOf } from '#lib/exact'
import type { ChannelDraft, PlanDraft } from '#lib/input/plan-draft'
import type { PlanFigures } from './plan'
import type { Lag } from './scenario'
import type { StageKey } from './stages'

/** How a value of a plan is to be read and written. */
export type ValueKind = 'amount' | 'fraction' | 'decimal' | 'count' | 'stage' | 'lag' | 'flag' | 'text' | 'choice'
export type PlanValue = string | number | boolean | Lag | null

/** One thing in which two versions differ. Null: blank, or not in that version. */
export type Difference = {
  /** 'revenueGoal', 'spread.3', 'share', 'rate', 'annual' … */
  readonly name: string
  /** The channel it belongs to; null: the plan. */
  readonly channelId: string | null
  /** Stage that a rate, a lag or a count belongs to. */
  readonly stage: StageKey | null
  readonly kind: ValueKind
  readonly left: PlanValue
  readonly right: PlanValue
}

type Field = Omit<Difference, 'left' | 'right'> & { readonly value: PlanValue }

/** Every input in which two drafts differ, in the order of the form. */
export function inputDifferences(left: PlanDraft, right: PlanDraft): Difference[] {
  return differing(inputsOf(left), inputsOf(right))
}

/** The main figures in which two versions differ: goals, then per channel what it must deliver, lands on and costs. */
export function figureDifferences(left: PlanFigures, right: PlanFigures): Difference[] {
  return differing(figuresOf(left), figuresOf(right))
}

const keyOf = ({ name, channelId, stage }: Field) => JSON.stringify([name, channelId, stage])

/** Matches fields by name, channel and stage. What one side lacks follows the last field of its channel. */
function differing(left: readonly Field[], right: readonly Field[]): Difference[] {
  const [ofLeft, ofRight] = [left, right].map((fields) => new Map(fields.map((field) => [keyOf(field), field])))
  const order = [...right, ...left.filter((field) => !ofRight?.has(keyOf(field)))]
  const channels = [...new Set(order.map((field) => field.channelId))]
  const grouped = channels.flatMap((channelId) => order.filter((field) => field.channelId === channelId))
  return grouped.flatMap(({ value: _, ...field }) => {
    const before = ofLeft?.get(keyOf({ ...field, value: null }))?.value ?? null
    const after = ofRight?.get(keyOf({ ...field, value: null }))?.value ?? null
    return isSame(before, after) ? [] : [{ ...field, left: before, right: after }]
  })
}

/** Decimals compare by value: '0.250' is '0.25'. */
function isSame(left: PlanValue, right: PlanValue): boolean {
  const plain = (value: PlanValue) =>
    JSON.stringify(value, (_, part) =>
      typeof part === 'string' && exactOf(part) ? part.replace(/(\.\d*?)0+$/, '$1').replace(/\.$/, '') : part,
    )
  return plain(left) === plain(right)
}

const field = (name: string, kind: ValueKind, value: PlanValue): Field => {
  return { name, kind, value, channelId: null, stage: null }
}

function inputsOf(draft: PlanDraft): Field[] {
  const { spread } = draft
  return [
    field('revenueGoal', 'amount', draft.revenueGoal),
    field('existing', 'amount', draft.existing),
    field('salesSourced', 'amount', draft.salesSourced),
    field('spread', 'choice', spread.kind),
    // Weights and amounts are no values of one kind: with the kind every month differs.
    ...spread.values.map((value, month) =>
      spread.kind === 'weights'
        ? field(`weights.${month}`, 'decimal', value)
        : field(`amounts.${month}`, 'amount', value === null ? null : Number(value)),
    ),
    ...draft.channels.flatMap(channelInputs),
    field('nextYearGrowth', 'fraction', draft.nextYearGrowth),
    field('rounding', 'choice', draft.rounding),
    field('salesPeople', 'count', draft.salesPeople),
    field('opportunitiesPerPerson', 'decimal', draft.opportunitiesPerPerson),
  ]
}

function channelInputs(channel: ChannelDraft): Field[] {
  const own = [
    field('inPlan', 'flag', true),
    field('share', 'fraction', channel.share),
    field('entry', 'stage', channel.entry),
    field('dealSize', 'amount', channel.dealSize),
    ...channel.transitions.flatMap(({ to, rate, lag }) => [
      { ...field('rate', 'fraction', rate), stage: to },
      { ...field('lag', 'lag', lag), stage: to },
    ]),
    field('unitCost', 'amount', channel.unitCost),
    field('unitCostStage', 'stage', channel.unitCostStage),
    field('fixedCost', 'amount', channel.fixedCostPerMonth),
    field('scheduled', 'flag', channel.scheduled),
    field('entryUplift', 'fraction', channel.entryUplift),
    field('note', 'text', channel.note),
  ]
  return own.map((each) => ({ ...each, channelId: channel.channelId }))
}

const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0)

/** Of the whole plan what each stage does in the year; of a channel its entry's work and the wins that its goal needs. */
function figuresOf(figures: PlanFigures): Field[] {
  const funnels = figures.channels.flatMap(({ funnel }) => (funnel ? [funnel] : []))
  const stages = [...new Set(funnels.flatMap((funnel) => funnel.stages))]
  const costs = funnels.flatMap(({ costByMonth }) => (costByMonth ? [sum(costByMonth)] : []))
  return [
    field('marketingGoal', 'amount', figures.marketingGoal),
    field('kept', 'amount', Math.round(sum(funnels.map(({ ifKept }) => ifKept.revenue)))),
    ...stages.map((stage) => ({
      ...field('inYear', 'count', sum(funnels.flatMap(({ monthly }) => monthly[stage] ?? []))),
      stage,
    })),
    field('cost', 'amount', costs.length > 0 ? sum(costs) : null),
    ...figures.channels.flatMap(channelFigures),
  ]
}

function channelFigures({ id, revenue, funnel }: PlanFigures['channels'][number]): Field[] {
  const entry = funnel?.stages[0] ?? null
  const own = [
    field('revenue', 'amount', revenue),
    { ...field('inYear', 'count', entry === null ? null : sum(funnel?.monthly[entry] ?? [])), stage: entry },
    { ...field('annual', 'count', funnel?.annual.at(-1) ?? null), stage: funnel?.stages.at(-1) ?? null },
    field('kept', 'amount', funnel ? Math.round(funnel.ifKept.revenue) : null),
    field('uncovered', 'count', funnel?.uncovered?.count ?? null),
    field('cost', 'amount', funnel?.costByMonth ? sum(funnel.costByMonth) : null),
  ]
  return own.map((each) => ({ ...each, channelId: id }))
}
