'use client'

import { useEffect, useMemo, useState } from 'react'
import { type ChannelEvidence, evidenceOf, placeIn, type RateEvidence } from '#lib/funnel/evidence'
import type { History } from '#lib/funnel/history'
import type { StageKey } from '#lib/funnel/stages'
import type { ChannelDraft } from '#lib/input/plan-draft'
import { sameWhileEqual } from '#lib/remembered'
import type { Interval, jeffreysInterval } from '#lib/stats/jeffreys'
import type { PlannedChannel } from './plan-props'
import { usePlanView } from './plan-view'
import { useAssumed } from './use-plan'

/** A transition's evidence with its interval, once that is there. */
export type SeenRate = RateEvidence & { readonly interval: Interval | null }

export type SeenEvidence = Omit<ChannelEvidence, 'rates'> & { readonly rates: readonly SeenRate[] }

/** What the team's history says of a channel's assumptions; computed anew only when entry, lags or cost stage change. */
export function useEvidence({ channelId, index }: PlannedChannel, history: History): SeenEvidence {
  const { stages } = usePlanView()
  const interval = useJeffreys()
  const [same] = useState(() => sameWhileEqual<EvidenceBasis>())
  const basis = useAssumed(index, (channel) => same(evidenceBasis(channel?.draft)))
  return useMemo(() => {
    const evidence = evidenceOf(basis, history[channelId] ?? {}, stages)
    const seen = (rate: RateEvidence): SeenRate => {
      return { ...rate, interval: rate.lack === null && interval ? interval(rate.y, rate.n) : null }
    }
    return { ...evidence, rates: evidence.rates.map(seen) }
  }, [basis, channelId, history, stages, interval])
}

type EvidenceBasis = Parameters<typeof evidenceOf>[0]

/** Of a channel's draft all that its evidence depends on: not the rates that stand beside it. */
function evidenceBasis(channel: ChannelDraft | undefined): EvidenceBasis {
  const transitions = channel?.transitions.map(({ to, lag }) => ({ to, lag })) ?? []
  return { entry: channel?.entry ?? '', transitions, unitCostStage: channel?.unitCostStage ?? null }
}

/** The assumed rate of a transition as a fraction; null while blank. */
export function assumedRate(channel: ChannelDraft | undefined, to: StageKey): number | null {
  const rate = channel?.transitions.find((transition) => transition.to === to)?.rate ?? null
  return rate === null ? null : Number(rate)
}

/** Where an assumption lies against the interval; null while one of them is missing. */
export function placeOf({ interval }: SeenRate, assumed: number | null): ReturnType<typeof placeIn> | null {
  return interval && assumed !== null ? placeIn(assumed, interval) : null
}

let loaded: typeof jeffreysInterval | null = null

/** The quantiles come after the page: until then, and where they cannot be fetched, rates stand without interval. */
function useJeffreys(): typeof jeffreysInterval | null {
  const [interval, setInterval] = useState(() => loaded)
  useEffect(() => {
    let isShown = true
    import('#lib/stats/jeffreys').then(
      (module) => {
        loaded = module.jeffreysInterval
        if (isShown) setInterval(() => loaded)
      },
      () => {},
    )
    return () => {
      isShown = false
    }
  }, [])
  return interval
}
