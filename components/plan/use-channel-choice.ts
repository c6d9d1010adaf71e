'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import type { Channel } from '#lib/organisation'
import { useToast } from '../ui/toast'
import { type ChannelForm, newChannelForm } from './plan-form'
import { usePlanView } from './plan-view'
import type { PlanFormState } from './use-plan-form'

/** Which channel is open, and what may be done with the list. */
export type ChannelChoice = {
  readonly selected: string | null
  readonly select: (channelId: string) => void
  readonly others: readonly Channel[]
  readonly add: (channel: Channel) => void
  readonly remove: (channel: ChannelForm) => void
  readonly move: (from: number, to: number) => void
}

/** A channel that is taken out keeps its figures while the page is open: adding it again, or undoing, brings them back. */
export function useChannelChoice(plan: PlanFormState, channels: readonly Channel[]): ChannelChoice {
  const t = useTranslations('plan')
  const toast = useToast()
  const { stages, channelOf } = usePlanView()
  const { form, replace, change } = plan
  const [selected, select] = useState<string | null>(null)
  const [removed, setRemoved] = useState<ReadonlyMap<string, ChannelForm>>(new Map())
  const planned = new Set(form.channels.map((channel) => channel.channelId))
  const shown = selected !== null && planned.has(selected) ? selected : (form.channels[0]?.channelId ?? null)

  function add(channel: Channel) {
    const share = form.channels.length === 0 ? '100' : ''
    const fresh = newChannelForm(channel.id, channel.defaultEntry, stages, share)
    change({ channels: [...form.channels, removed.get(channel.id) ?? fresh] })
    select(channel.id)
  }
  function remove(channel: ChannelForm) {
    const at = form.channels.indexOf(channel)
    setRemoved((kept) => new Map(kept).set(channel.channelId, channel))
    change({ channels: form.channels.toSpliced(at, 1) })
    const undo = () =>
      replace((now) =>
        now.channels.some((one) => one.channelId === channel.channelId)
          ? now
          : { ...now, channels: now.channels.toSpliced(at, 0, channel) },
      )
    const { name } = channelOf(channel.channelId)
    toast({ message: t('channelRemoved', { channel: name }), action: { label: t('undo'), onClick: undo } })
  }
  function move(from: number, to: number) {
    const channel = form.channels[from]
    if (channel) change({ channels: form.channels.toSpliced(from, 1).toSpliced(to, 0, channel) })
  }

  const others = channels.filter(
    (channel) => channel.isMarketing && channel.archivedAt === null && !planned.has(channel.id),
  )
  return { selected: shown, select, others, add, remove, move }
}
