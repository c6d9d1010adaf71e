import { attainment, ratio, sumOf, variance } from '#lib/ratio'
import { ahead, type Comparison } from './compared'
import { type ByMonth, hasPlan, isAwaited, type Ledger, type LedgerRow } from './ledger'
import { type Accumulation, monthsOf, type Period } from './period'
import { partsOf } from './sections'
import { verdict } from './verdict'

export const COST_RATIOS = ['cpl', 'cpa', 'costPerWon', 'roi'] as const
export type CostRatio = (typeof COST_RATIOS)[number]

/** What cost is set against. ROI = (revenue − cost) ÷ cost, the others cost ÷ count (DOMAIN §9), of the same months. */
const AGAINST = { cpl: 'lead', cpa: 'opportunity', costPerWon: 'won', roi: 'revenue' } as const

/** A channel's cost beside what it is set against. */
export type CostPair = { readonly cost: LedgerRow; readonly gain: LedgerRow }

export type CostSection = {
  readonly key: CostRatio
  readonly pairs: readonly CostPair[]
  readonly parts: readonly { readonly key: string; readonly channelId: string; readonly pairs: readonly CostPair[] }[]
}

/** CPL, CPA, cost per won and ROI over the channels that have both a cost and the stage; none without a cost. */
export function costSections(ledger: Ledger): CostSection[] {
  const sections = COST_RATIOS.map((key): CostSection => {
    const pairs = pairsOf(ledger.rows, AGAINST[key])
    const parts = partsOf(
      pairs.map((pair) => pair.cost),
      ledger,
    )
    const ofChannel = (id: string) => pairs.filter((pair) => pair.cost.channelId === id)
    return {
      key,
      pairs,
      parts: parts.flatMap(({ channelId: id }) =>
        id === null ? [] : [{ key: id, channelId: id, pairs: ofChannel(id) }],
      ),
    }
  })
  return sections.filter((section) => section.pairs.length > 0)
}

/** Cost rows with the row of the same team and channel that they are set against. */
export function pairsOf(rows: readonly LedgerRow[], against: string): CostPair[] {
  const isCost = (row: LedgerRow) => row.metric === 'cost' && row.line === 'channel'
  return rows.filter(isCost).flatMap((cost) => {
    const gain = rows.find(
      (row) => row.metric === against && row.teamId === cost.teamId && row.channelId === cost.channelId,
    )
    return gain ? [{ cost, gain }] : []
  })
}

/** A ratio in a column of the table, by month or from the year's first month on. */
export function costRatioIn(
  { key, pairs }: Pick<CostSection, 'key' | 'pairs'>,
  period: Period,
  ledger: Ledger,
  mode: Accumulation = 'monthly',
): Comparison {
  const months = monthsOf(mode === 'monthly' ? period : { first: 0, last: period.last })
  const compared = comparedCost(key, pairs, months, ledger)
  return mode === 'cumulative' && period.first > ledger.actualsThrough ? ahead(compared) : compared
}

/**
 * A cost ratio compared over months: recomputed from sums, of the channels that have a cost plan (all where none has)
 * and of the months in which both cost and gain are entered; a blank one that belongs leaves it partial, without verdict.
 */
export function comparedCost(
  key: CostRatio,
  pairs: readonly CostPair[],
  months: readonly number[],
  ledger: Ledger,
): Comparison {
  const planned = pairs.filter(({ cost }) => hasPlan(cost))
  const measured = planned.length > 0 ? planned : pairs
  const isRunning = months.length === 1 && months[0] === ledger.running
  const finished = isRunning ? [] : months.filter((month) => month <= ledger.actualsThrough)
  const figures = { plan: plannedOf(key, measured, months), ...lastYearOf(key, measured, months) }
  const [first, last] = [finished[0], finished.at(-1)]
  if (first === undefined || last === undefined) {
    const actual = isRunning ? quotient(key, cellsOf(measured, months, 'actual')) : null
    return { ...BLANK, ...figures, state: isRunning ? 'running' : 'ahead', actual }
  }
  const entered = cellsOf(measured, finished, 'actual')
  const partial = entered.length < awaitedCells(measured, finished)
  const samePlan = quotient(
    key,
    entered.map(({ pair, month }) => cellOf(pair, month, 'plan')),
  )
  const actual = quotient(key, entered)
  const basis = { first, last, plan: samePlan, actual, partial }
  return {
    ...{ ...BLANK, ...figures, state: 'toDate', actual, partial, basis, judgedBy: basis },
    variance: partial ? null : variance(actual, samePlan),
    attainment: attainment(actual, samePlan),
    verdict: partial ? null : verdict(key, actual, samePlan, ledger.thresholds),
  }
}

type Side = 'plan' | 'actual' | 'lastYear'
type Cell = { readonly pair: CostPair; readonly month: number; readonly cost: number; readonly gain: number }

function cellOf(pair: CostPair, month: number, side: Side): Cell | null {
  const at = (row: LedgerRow): number | null => (row[side] satisfies ByMonth)[month] ?? null
  const [cost, gain] = [at(pair.cost), at(pair.gain)]
  return cost === null || gain === null ? null : { pair, month, cost, gain }
}

/** Months of channels with both sides entered. */
function cellsOf(pairs: readonly CostPair[], months: readonly number[], side: Side): Cell[] {
  return pairs.flatMap((pair) => months.flatMap((month) => cellOf(pair, month, side) ?? []))
}

function awaitedCells(pairs: readonly CostPair[], months: readonly number[]): number {
  return months.length * pairs.filter(({ cost, gain }) => isAwaited(cost) || isAwaited(gain)).length
}

function quotient(key: CostRatio, cells: readonly (Cell | null)[]): number | null {
  const known = cells.filter((cell) => cell !== null)
  const cost = sumOf(known.map((cell) => cell.cost))
  const gain = sumOf(known.map((cell) => cell.gain))
  return key === 'roi' ? ratio(variance(gain, cost), cost) : ratio(cost, gain)
}

function plannedOf(key: CostRatio, pairs: readonly CostPair[], months: readonly number[]): number | null {
  return quotient(
    key,
    cellsOf(
      pairs.filter(({ cost }) => hasPlan(cost)),
      months,
      'plan',
    ),
  )
}

function lastYearOf(key: CostRatio, pairs: readonly CostPair[], months: readonly number[]) {
  const known = pairs.filter(({ cost }) => cost.lastYear.some((value) => value !== null))
  const cells = cellsOf(known, months, 'lastYear')
  const lastYear = quotient(key, cells)
  return { lastYear, lastYearPartial: lastYear !== null && cells.length < known.length * months.length }
}

const BLANK = {
  ...{ variance: null, attainment: null, verdict: null, partial: false, cumulative: false },
  ...{ basis: null, judgedBy: null, progress: null, pace: null },
} as const
