'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import type { Channel } from '#lib/organisation'
import { useToast } from '../ui/toast'
import { type ChannelForm, newChannelForm } from './plan-form'
import { usePlanView } from './plan-view'
import { usePlan, usePlanStore } from './use-plan'

/** Which channel is open, and what may be done with the list. */
export type ChannelChoice = {
  /** Ids of the plan's channels. */
  readonly order: readonly string[]
  readonly selected: string | null
  readonly select: (channelId: string) => void
  readonly others: readonly Channel[]
  readonly add: (channel: Channel) => void
  readonly remove: (channelId: string) => void
  readonly move: (from: number, to: number) => void
}

/** A channel that is taken out keeps its figures while the page is open: adding it again, or undoing, brings them back. */
export function useChannelChoice(channels: readonly Channel[]): ChannelChoice {
  const t = useTranslations('plan')
  const toast = useToast()
  const { stages, channelOf } = usePlanView()
  const plan = usePlanStore()
  const order = usePlan((state) => state.order)
  const [selected, select] = useState<string | null>(null)
  const [removed, setRemoved] = useState<ReadonlyMap<string, ChannelForm>>(new Map())

  function add(channel: Channel) {
    const share = order.length === 0 ? '100' : ''
    const fresh = newChannelForm(channel.id, channel.defaultEntry, stages, share)
    plan.replace((form) => ({ ...form, channels: [...form.channels, removed.get(channel.id) ?? fresh] }))
    select(channel.id)
  }
  function remove(channelId: string) {
    const at = order.indexOf(channelId)
    const channel = plan.state.form.channels[at]
    if (!channel) return
    setRemoved((kept) => new Map(kept).set(channelId, channel))
    plan.replace((form) => ({ ...form, channels: form.channels.toSpliced(at, 1) }))
    const undo = () =>
      plan.replace((form) =>
        form.channels.some((one) => one.channelId === channelId)
          ? form
          : { ...form, channels: form.channels.toSpliced(at, 0, channel) },
      )
    toast({
      message: t('channelRemoved', { channel: channelOf(channelId).name }),
      action: { label: t('undo'), onClick: undo },
    })
  }
  function move(from: number, to: number) {
    plan.replace((form) => {
      const channel = form.channels[from]
      return channel ? { ...form, channels: form.channels.toSpliced(from, 1).toSpliced(to, 0, channel) } : form
    })
  }

  const others = channels.filter(
    (channel) => channel.isMarketing && channel.archivedAt === null && !order.includes(channel.id),
  )
  const shown = selected !== null && order.includes(selected) ? selected : (order[0] ?? null)
  return { order, selected: shown, select, others, add, remove, move }
}
