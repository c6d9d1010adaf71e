import type { Funnel } from '#lib/funnel/channel'
import type { ChannelFigures, PlanFigures } from '#lib/funnel/plan'
import type { StageKey } from '#lib/funnel/stages'

export type MoneyRow = 'revenueGoal' | 'existing' | 'salesSourced' | 'goal' | 'kept' | 'cost'

/** One line of the monthly table. Money rows are in the currency's minor unit. */
export type MonthlyRow = {
  readonly key: string
  readonly kind: MoneyRow | 'stage' | 'channel'
  readonly stage: StageKey | null
  readonly channelId: string | null
  /** What must exist before the year; null where the idea makes no sense. */
  readonly before: number | null
  readonly months: readonly number[]
  /** Later months are work for next year's revenue; null on rows of several channels. */
  readonly lastUseful: number | null
  /** Channels left out for want of figures. */
  readonly partial: boolean
}

function added(lists: readonly (readonly number[])[]): readonly number[] {
  const sums = Array<number>(12).fill(0)
  for (const list of lists)
    for (let month = 0; month < 12; month++) sums[month] = (sums[month] ?? 0) + (list[month] ?? 0)
  return sums
}

const PLAIN = { stage: null, channelId: null, before: null, lastUseful: null, partial: false } as const

/** A plan that holds goals only: the company's goal and its parts by month. */
export function goalRows(figures: PlanFigures): MonthlyRow[] {
  return [
    { ...PLAIN, key: 'revenueGoal', kind: 'revenueGoal', months: figures.goalByMonth },
    { ...PLAIN, key: 'existing', kind: 'existing', months: figures.existingByMonth },
    { ...PLAIN, key: 'salesSourced', kind: 'salesSourced', months: figures.salesSourcedByMonth },
    { ...PLAIN, key: 'goal', kind: 'goal', months: figures.marketingGoalByMonth },
  ]
}

/** 今期中に行う数: goal, what the kept plan brings, the stages from won upwards, the opened ones with their channels, and cost. */
export function monthlyRows(
  figures: PlanFigures,
  stages: readonly StageKey[],
  opened: ReadonlySet<StageKey>,
): MonthlyRow[] {
  const funnels = figures.channels.filter(hasFunnel)
  const partial = funnels.length < figures.channels.length
  const goal: MonthlyRow = { ...PLAIN, key: 'goal', kind: 'goal', months: figures.marketingGoalByMonth }
  if (funnels.length === 0) return [goal]
  const kept = added(funnels.map(({ funnel }) => funnel.ifKept.revenueByMonth))
  const costs = funnels.flatMap(({ funnel }) => (funnel.costByMonth ? [funnel.costByMonth] : []))
  return [
    goal,
    { ...PLAIN, key: 'kept', kind: 'kept', months: kept, partial },
    ...stages.toReversed().flatMap((stage) => {
      const own = funnels.filter(({ funnel }) => funnel.stages.includes(stage))
      const total = own.length > 0 ? [totalRow(stage, own, partial)] : []
      return opened.has(stage) ? [...total, ...own.map(({ id, funnel }) => channelRow(stage, id, funnel))] : total
    }),
    ...(costs.length > 0
      ? [
          {
            ...PLAIN,
            key: 'cost',
            kind: 'cost' as const,
            months: added(costs),
            partial: costs.length < figures.channels.length,
          },
        ]
      : []),
  ]
}

type OwnFunnel = ChannelFigures & { readonly funnel: Funnel }
const hasFunnel = (channel: ChannelFigures): channel is OwnFunnel => channel.funnel !== null

function totalRow(stage: StageKey, own: readonly OwnFunnel[], partial: boolean): MonthlyRow {
  const [first, ...others] = own
  return {
    key: stage,
    kind: 'stage',
    stage,
    channelId: null,
    before: own.reduce((sum, { funnel }) => sum + (funnel.requiredBeforeYear[stage] ?? 0), 0),
    months: added(own.map(({ funnel }) => funnel.monthly[stage] ?? [])),
    lastUseful: others.length === 0 ? (first?.funnel.lastUsefulByStage[stage] ?? null) : null,
    partial,
  }
}

function channelRow(stage: StageKey, id: string, funnel: Funnel): MonthlyRow {
  return {
    key: `${stage}.${id}`,
    kind: 'channel',
    stage,
    channelId: id,
    before: funnel.requiredBeforeYear[stage] ?? 0,
    months: funnel.monthly[stage] ?? [],
    lastUseful: funnel.lastUsefulByStage[stage] ?? null,
    partial: false,
  }
}

/** The columns after 期首前: months with their quarter, then halves and year. `months` are indexes 0 … 11. */
export type PeriodColumn = {
  readonly kind: 'month' | 'quarter' | 'half' | 'year'
  /** 1 … of its kind. */
  readonly number: number
  readonly months: readonly number[]
}

const range = (from: number, length: number) => Array.from({ length }, (_, i) => from + i)

export const PERIOD_COLUMNS: readonly PeriodColumn[] = [
  ...range(0, 4).flatMap((quarter): PeriodColumn[] => [
    ...range(quarter * 3, 3).map((month): PeriodColumn => ({ kind: 'month', number: month + 1, months: [month] })),
    { kind: 'quarter', number: quarter + 1, months: range(quarter * 3, 3) },
  ]),
  { kind: 'half', number: 1, months: range(0, 6) },
  { kind: 'half', number: 2, months: range(6, 6) },
  { kind: 'year', number: 1, months: range(0, 12) },
]

/** A row's figure in a column. */
export function figureIn(row: MonthlyRow, column: PeriodColumn): number {
  let sum = 0
  for (const month of column.months) sum += row.months[month] ?? 0
  return sum
}
