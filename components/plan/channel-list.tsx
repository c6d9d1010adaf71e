'use client'

import { Plus } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { Channel } from '#lib/organisation'
import { ChannelDot, ChannelName } from '../kpi/channel-dot'
import { VerdictMark } from '../kpi/verdict-mark'
import { Button } from '../ui/button'
import { classes } from '../ui/classes'
import { Menu, MenuItem } from '../ui/menu'
import { percentText } from './field-text'
import { NumberCell } from './number-field'
import { FaultLine } from './plan-faults'
import { usePlanView } from './plan-view'
import { useChannel, usePlan, usePlanStore } from './use-plan'

type ChannelListProps = {
  readonly readOnly: boolean
  /** Ids of the plan's channels. */
  readonly order: readonly string[]
  readonly selected: string | null
  readonly onSelect: (channelId: string) => void
  /** Channels of the organisation that are not in the plan. */
  readonly others: readonly Channel[]
  readonly onAdd: (channel: Channel) => void
}

/** The channels with their shares side by side, so that they can be brought to 100 %. One is opened below. */
export function ChannelList({ readOnly, order, selected, onSelect, others, onAdd }: ChannelListProps) {
  const t = useTranslations('plan')
  return (
    <div>
      <div className="mb-1.5 flex flex-wrap items-center justify-between gap-2">
        <h3>{t('channels')}</h3>
        {order.length > 0 && <ShareTotal />}
      </div>
      <ul className="-mx-2 grid gap-px">
        {order.map((channelId, index) => (
          <ChannelLine
            key={channelId}
            channelId={channelId}
            index={index}
            open={channelId === selected}
            readOnly={readOnly}
            onSelect={onSelect}
          />
        ))}
      </ul>
      <FaultLine field="shares" />
      <FaultLine field="channels" />
      {!readOnly && others.length > 0 && <AddChannel others={others} onAdd={onAdd} />}
    </div>
  )
}

type ChannelLineProps = {
  readonly channelId: string
  readonly index: number
  readonly open: boolean
  readonly readOnly: boolean
  readonly onSelect: (channelId: string) => void
}

function ChannelLine({ channelId, index, open, readOnly, onSelect }: ChannelLineProps) {
  const { t, channelOf } = usePlanView()
  const { name, colour } = channelOf(channelId)
  return (
    <li className={classes('rounded-2 px-2 py-0.5', open && 'bg-accent-soft')}>
      <div className="grid grid-cols-[minmax(0,1fr)_44px_76px_88px] items-center gap-2">
        <button
          type="button"
          aria-pressed={open}
          onClick={() => onSelect(channelId)}
          className={classes(
            'flex h-(--control-h) min-w-0 items-center rounded-2 text-left hover:text-accent',
            open && 'font-strong text-accent',
          )}
        >
          <ChannelName colour={colour}>{name}</ChannelName>
        </button>
        {readOnly ? <span /> : <TakeRest index={index} channel={name} />}
        <NumberCell
          field={`channels.${index}.share`}
          kind="percent"
          name={t('shareOf', { channel: name })}
          readOnly={readOnly}
          unit="%"
          boxClassName="h-7!"
        />
        <Revenue index={index} />
      </div>
      <FaultLine field={`channels.${index}.share`} />
    </li>
  )
}

/** The channel's part of marketing's goal. */
function Revenue({ index }: { readonly index: number }) {
  const { money, unitLabel } = usePlanView()
  const revenue = useChannel(index, (channel) => channel?.revenue ?? null)
  return (
    <span className="text-right text-small text-text-2">
      {money(revenue)}
      <small className="ml-1 text-text-3">{unitLabel}</small>
    </span>
  )
}

/** Gives one channel what is left to 100 %, or takes from it what is too much. */
function TakeRest({ index, channel }: { readonly index: number; readonly channel: string }) {
  const t = useTranslations('plan')
  const plan = usePlanStore()
  const share = useChannel(index, (channel) => channel?.shareWithRest ?? null)
  if (share === null) return <span />
  const percent = percentText(share)
  return (
    <button
      type="button"
      onClick={() => plan.type(`channels.${index}.share`, percent)}
      aria-label={t('shareTakeRestOf', { channel, percent })}
      className="rounded-1 text-right text-small text-accent underline-offset-3 hover:underline"
    >
      {t('shareTakeRest')}
    </button>
  )
}

/** ○ at exactly 100 %, otherwise what is left to give or given too much. */
function ShareTotal() {
  const t = useTranslations('plan')
  const percent = usePlan(({ shareRest }) => Number(shareRest.units) / 10 ** shareRest.places)
  if (percent === 0) return <VerdictMark verdict="good">{t('shareWhole')}</VerdictMark>
  return (
    <VerdictMark verdict={percent > 0 ? 'watch' : 'bad'}>
      {t(percent > 0 ? 'shareLeft' : 'shareOver', { percent: String(Math.abs(percent)) })}
    </VerdictMark>
  )
}

function AddChannel({ others, onAdd }: Pick<ChannelListProps, 'others' | 'onAdd'>) {
  const t = useTranslations('plan')
  return (
    <div className="mt-1.5">
      <Menu
        trigger={
          <Button size="small" icon={<Plus aria-hidden="true" size={13} />}>
            {t('addChannel')}
          </Button>
        }
      >
        {others.map((channel) => (
          <MenuItem key={channel.id} onSelect={() => onAdd(channel)} icon={<ChannelDot colour={channel.colour} />}>
            {channel.name}
          </MenuItem>
        ))}
      </Menu>
    </div>
  )
}
