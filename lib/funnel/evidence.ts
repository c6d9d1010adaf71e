import { seenIn } from '#lib/forecast/observed'
import type { ChannelDraft } from '#lib/input/plan-draft'
import { ratio } from '#lib/ratio'
import type { ChannelHistory } from './history'
import { kernelOf } from './kernel'
import { type StageKey, stagesFrom, transitionsFrom } from './stages'

/** Months of history that count as evidence. */
export const EVIDENCE_MONTHS = 12

/** Why a transition has no interval: its lag cannot be read, nothing was due, or more arrived than was due. */
export type Lack = 'lagUnreadable' | 'nothingDue' | 'moreThanDue'

/** What the team's own history says of one transition: y of n (lag-matched exposure, may be fractional) went on. */
export type RateEvidence = {
  readonly from: StageKey
  readonly to: StageKey
  readonly y: number
  readonly n: number
  /** y ÷ n; null when nothing was due. */
  readonly rate: number | null
  readonly lack: Lack | null
}

/** An observed amount per unit: total ÷ count over the months with both entered; null without a count. */
export type AmountEvidence = { readonly total: number; readonly count: number; readonly value: number | null }

export type ChannelEvidence = {
  readonly rates: readonly RateEvidence[]
  /** Revenue ÷ won. */
  readonly dealSize: AmountEvidence
  /** Cost ÷ the count of the unit cost's stage; null when no stage is chosen. */
  readonly unitCost: AmountEvidence | null
}

/**
 * What the last 12 finished months say of a channel's assumptions (DOMAIN §3), with the lags as they are assumed: a
 * month counts where its own count and its whole look-back are entered.
 */
export function evidenceOf(
  channel: Pick<ChannelDraft, 'entry' | 'unitCostStage'> & {
    readonly transitions: readonly Pick<ChannelDraft['transitions'][number], 'to' | 'lag'>[]
  },
  history: ChannelHistory,
  stages: readonly StageKey[],
): ChannelEvidence {
  const { entry, transitions, unitCostStage } = channel
  const read = (metric: string, month: number) => {
    const row = history[metric] ?? []
    return row[row.length - EVIDENCE_MONTHS + month] ?? null
  }
  const lags = transitionsFrom(stages, entry).map(({ to }) => transitions.find((typed) => typed.to === to)?.lag ?? '')
  const run = { stages: stagesFrom(stages, entry), lags }
  return {
    rates: transitionsFrom(stages, entry).map(({ from, to }, i) => {
      if (!kernelOf(lags[i] ?? '')) return { from, to, y: 0, n: 0, rate: null, lack: 'lagUnreadable' }
      const { y, n } = seenIn(run, i, MONTHS, read)
      return { from, to, y, n, rate: ratio(y, n), lack: n === 0 ? 'nothingDue' : y > n ? 'moreThanDue' : null }
    }),
    dealSize: amountEvidence(read, 'revenue', 'won'),
    unitCost: unitCostStage === null ? null : amountEvidence(read, 'cost', unitCostStage),
  }
}

const MONTHS = Array.from({ length: EVIDENCE_MONTHS }, (_, month) => month)

type Read = (metric: string, month: number) => number | null

function amountEvidence(read: Read, amount: string, unit: StageKey): AmountEvidence {
  let [total, count] = [0, 0]
  for (const month of MONTHS) {
    const [own, units] = [read(amount, month), read(unit, month)]
    if (own === null || units === null) continue
    total += own
    count += units
  }
  return { total, count, value: ratio(total, count) }
}

/** Where an assumed rate lies against an interval of the observed one; its ends are inside. */
export function placeIn(
  assumed: number,
  { low, high }: { readonly low: number; readonly high: number },
): 'inside' | 'above' | 'below' {
  if (assumed > high) return 'above'
  return assumed < low ? 'below' : 'inside'
}

/** A fraction in percent as an assumption is typed: three significant digits, at most four decimals. */
export function percentOf(rate: number): string {
  return String(Number(Number((rate * 100).toPrecision(3)).toFixed(4)))
}

/** An observed rate as an assumption takes it over, in percent. Null when it cannot be a rate (0, or above 100 %). */
export function adoptableRate({ rate, lack }: Pick<RateEvidence, 'rate' | 'lack'>): string | null {
  if (rate === null || lack !== null) return null
  const percent = percentOf(rate)
  return percent === '0' ? null : percent
}
