import type { Decimal } from '#lib/funnel/scenario'
import type { StageKey } from '#lib/funnel/stages'
import type { PlanDraft } from '#lib/input/plan-draft'

export type MeasuredLag = { readonly channelId: string; readonly to: StageKey; readonly shares: readonly Decimal[] }

/** The plan with one transition's lag replaced by a measured curve; null when it does not plan the channel. */
export function withMeasuredLag(draft: PlanDraft, { channelId, to, shares }: MeasuredLag): PlanDraft | null {
  const planned = draft.channels.find((channel) => channel.channelId === channelId)
  if (!planned) return null
  const lag = [...shares]
  const transitions = planned.transitions.some((each) => each.to === to)
    ? planned.transitions.map((each) => (each.to === to ? { ...each, lag } : each))
    : [...planned.transitions, { to, rate: null, lag }]
  return {
    ...draft,
    channels: draft.channels.map((channel) => (channel === planned ? { ...channel, transitions } : channel)),
  }
}
