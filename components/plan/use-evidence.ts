'use client'

import { useEffect, useMemo, useState } from 'react'
import { type ChannelEvidence, evidenceOf, placeIn, type RateEvidence } from '#lib/funnel/evidence'
import type { History } from '#lib/funnel/history'
import type { ChannelDraft } from '#lib/input/plan-draft'
import type { Interval, jeffreysInterval } from '#lib/stats/jeffreys'
import { usePlanView } from './plan-view'

/** A transition's evidence beside what is assumed: where the assumption lies, once interval and assumption are there. */
export type ShownRate = RateEvidence & {
  readonly assumed: number | null
  readonly interval: Interval | null
  readonly place: ReturnType<typeof placeIn> | null
}

export type ShownEvidence = Omit<ChannelEvidence, 'rates'> & { readonly rates: readonly ShownRate[] }

/** What the team's history says of a channel's assumptions; computed anew only when that channel's draft changes. */
export function useEvidence(channel: ChannelDraft, history: History): ShownEvidence {
  const { stages } = usePlanView()
  const interval = useJeffreys()
  return useMemo(() => {
    const evidence = evidenceOf(channel, history[channel.channelId] ?? {}, stages)
    const rates = evidence.rates.map((seen): ShownRate => {
      const rate = channel.transitions.find(({ to }) => to === seen.to)?.rate ?? null
      const assumed = rate === null ? null : Number(rate)
      const own = seen.lack === null && interval ? interval(seen.y, seen.n) : null
      return { ...seen, assumed, interval: own, place: own && assumed !== null ? placeIn(assumed, own) : null }
    })
    return { ...evidence, rates }
  }, [channel, history, stages, interval])
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
