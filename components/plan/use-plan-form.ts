'use client'

import { useCallback, useMemo, useState } from 'react'
import { type Calendars, faultsOf, type NextYear, scenarioOf } from '#lib/funnel/draft'
import type { PlanFault } from '#lib/funnel/fault'
import { type PlanFigures, planFigures, rememberedFunnels } from '#lib/funnel/plan'
import type { StageKey } from '#lib/funnel/stages'
import type { PlanDraft } from '#lib/input/plan-draft'
import type { ChannelForm, PlanForm } from './plan-form'
import { readForm, rememberedChannels, type Unreadable } from './read-form'

export type PlanFormState = {
  readonly form: PlanForm
  readonly draft: PlanDraft
  readonly unreadable: Unreadable
  readonly figures: PlanFigures
  /** By field path; a text that cannot be read stands before what it would mean. */
  readonly faults: ReadonlyMap<string, PlanFault>
  readonly change: (part: Partial<PlanForm>) => void
  readonly changeChannel: (channelId: string, part: Partial<ChannelForm>) => void
  readonly replace: (next: PlanForm | ((form: PlanForm) => PlanForm)) => void
}

type Options = {
  readonly initial: () => PlanForm
  readonly stages: readonly StageKey[]
  readonly decimals: number
  readonly nextYear: NextYear | null
  readonly calendars: Calendars
  readonly goalsOnly: boolean
}

/** The texts of the form and everything that follows from them, computed here in the browser as one types. */
export function usePlanForm(options: Options): PlanFormState {
  const { stages, decimals, nextYear, calendars, goalsOnly } = options
  const [form, replace] = useState(options.initial)
  const [funnelOf] = useState(rememberedFunnels)
  const [channelOf] = useState(rememberedChannels)
  const { draft, unreadable } = useMemo(() => readForm(form, decimals, channelOf), [form, decimals, channelOf])
  const figures = useMemo(
    () => planFigures(scenarioOf(draft, stages, nextYear, calendars), funnelOf),
    [draft, stages, nextYear, calendars, funnelOf],
  )
  const faults = useMemo(
    () => faultsByField(faultsOf(draft, stages, { goalsOnly }), unreadable),
    [draft, stages, goalsOnly, unreadable],
  )
  const change = useCallback((part: Partial<PlanForm>) => replace((form) => ({ ...form, ...part })), [])
  const changeChannel = useCallback((channelId: string, part: Partial<ChannelForm>) => {
    const changed = (channel: ChannelForm) => (channel.channelId === channelId ? { ...channel, ...part } : channel)
    replace((form) => ({ ...form, channels: form.channels.map(changed) }))
  }, [])
  return { form, draft, unreadable, figures, faults, change, changeChannel, replace }
}

function faultsByField(faults: readonly PlanFault[], unreadable: Unreadable): ReadonlyMap<string, PlanFault> {
  const texts = Object.entries(unreadable).map(([field, message]): PlanFault => ({ field, message, values: {} }))
  return new Map([...faults, ...texts].map((fault) => [fault.field, fault]))
}
