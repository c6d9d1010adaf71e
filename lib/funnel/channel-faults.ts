import { exactOf, pow10 } from '#lib/exact'
import type { ChannelDraft } from '#lib/input/plan-draft'
import { isDealSize, isRate } from './channel'
import { fault, type PlanFault } from './fault'
import { kernelOf, LONGEST_LAG } from './kernel'
import { type StageKey, stagesFrom, transitionsFrom } from './stages'

/** What keeps one channel of a draft from being activated, in the order of the form. `at` is its path, 'channels.0'. */
export function channelFaults(channel: ChannelDraft, at: string, stages: readonly StageKey[]): PlanFault[] {
  const transitions = transitionsFrom(stages, channel.entry)
  return [
    ...shareFault(channel.share, `${at}.share`),
    ...(stages.includes(channel.entry) ? [] : [fault(`${at}.entry`, 'entryUnknown')]),
    ...dealSizeFaults(channel.dealSize, `${at}.dealSize`),
    ...transitions.flatMap(({ to }) => transitionFaults(channel, to, at)),
    ...costFaults(channel, at, stages),
    ...(isNegative(channel.entryUplift) ? [fault(`${at}.entryUplift`, 'upliftNegative')] : []),
  ]
}

export const isNegative = (text: string | null): boolean => (exactOf(text ?? '')?.units ?? 0n) < 0n

function shareFault(share: string | null, field: string): PlanFault[] {
  const read = exactOf(share ?? '')
  if (!read) return [fault(field, 'shareMissing')]
  return read.units < 0n || read.units > pow10(read.places) ? [fault(field, 'shareOutOfRange')] : []
}

function dealSizeFaults(dealSize: number | null, field: string): PlanFault[] {
  if (dealSize === null) return [fault(field, 'dealSizeMissing')]
  return isDealSize(dealSize) ? [] : [fault(field, 'dealSizeNotPositive')]
}

/** Percent with at most four decimals (DOMAIN §1): six decimals of the fraction. */
const RATE_PLACES = 6

function transitionFaults(channel: ChannelDraft, to: StageKey, at: string): PlanFault[] {
  const typed = channel.transitions.find((transition) => transition.to === to)
  const rate = exactOf(typed?.rate ?? '')
  const lag = typed?.lag ?? null
  return [
    rate === null ? fault(`${at}.${to}.rate`, 'rateMissing') : null,
    rate && !isRate(rate) ? fault(`${at}.${to}.rate`, rate.units > 0n ? 'rateAboveWhole' : 'rateNotPositive') : null,
    rate && isRate(rate) && rate.places > RATE_PLACES ? fault(`${at}.${to}.rate`, 'rateTooFine') : null,
    lag === null ? fault(`${at}.${to}.lag`, 'lagMissing') : null,
    typeof lag === 'string' && !kernelOf(lag) ? fault(`${at}.${to}.lag`, 'lagOutOfRange', { most: LONGEST_LAG }) : null,
    Array.isArray(lag) && !kernelOf(lag) ? fault(`${at}.${to}.lag`, 'curveNotWhole') : null,
  ].filter((found) => found !== null)
}

function costFaults(channel: ChannelDraft, at: string, stages: readonly StageKey[]): PlanFault[] {
  const { unitCost, unitCostStage, fixedCostPerMonth } = channel
  const ownStage = unitCostStage !== null && stagesFrom(stages, channel.entry).includes(unitCostStage)
  return [
    unitCost !== null && unitCost < 0 ? fault(`${at}.unitCost`, 'amountNegative') : null,
    unitCost !== null && !ownStage ? fault(`${at}.unitCostStage`, 'unitCostStageUnknown') : null,
    fixedCostPerMonth !== null && fixedCostPerMonth < 0 ? fault(`${at}.fixedCostPerMonth`, 'amountNegative') : null,
  ].filter((found) => found !== null)
}
