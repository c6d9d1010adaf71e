'use client'

import { Plus } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { shareRemainder, shareWithRest } from '#lib/funnel/shares'
import type { Channel } from '#lib/organisation'
import { ChannelDot, ChannelName } from '../kpi/channel-dot'
import { VerdictMark } from '../kpi/verdict-mark'
import { Button } from '../ui/button'
import { classes } from '../ui/classes'
import { Menu, MenuItem } from '../ui/menu'
import { percentText } from './field-text'
import { NumberCell } from './number-field'
import { FaultLine } from './plan-faults'
import { hasGoal } from './plan-form'
import { usePlanView } from './plan-view'
import type { PlanFormState } from './use-plan-form'

type ChannelListProps = Pick<PlanFormState, 'form' | 'draft' | 'figures' | 'changeChannel'> & {
  readonly readOnly: boolean
  readonly selected: string | null
  readonly onSelect: (channelId: string) => void
  /** Channels of the organisation that are not in the plan. */
  readonly others: readonly Channel[]
  readonly onAdd: (channel: Channel) => void
}

/** The channels with their shares side by side, so that they can be brought to 100 %. One is opened below. */
export function ChannelList(props: ChannelListProps) {
  const { form, draft, figures, changeChannel, readOnly, selected, onSelect, others, onAdd } = props
  const t = useTranslations('plan')
  const { channelOf, money, unitLabel } = usePlanView()
  return (
    <div>
      <div className="mb-1.5 flex flex-wrap items-center justify-between gap-2">
        <h3>{t('channels')}</h3>
        <ShareTotal channels={draft.channels} />
      </div>
      <ul className="-mx-2 grid gap-px">
        {form.channels.map((channel, i) => {
          const { name, colour } = channelOf(channel.channelId)
          const open = channel.channelId === selected
          return (
            <li key={channel.channelId} className={classes('rounded-2 px-2 py-0.5', open && 'bg-accent-soft')}>
              <div className="grid grid-cols-[minmax(0,1fr)_44px_76px_88px] items-center gap-2">
                <button
                  type="button"
                  aria-pressed={open}
                  onClick={() => onSelect(channel.channelId)}
                  className={classes(
                    'flex h-(--control-h) min-w-0 items-center rounded-2 text-left hover:text-accent',
                    open && 'font-strong text-accent',
                  )}
                >
                  <ChannelName colour={colour}>{name}</ChannelName>
                </button>
                <TakeRest
                  share={readOnly ? null : shareWithRest(draft.channels, i)}
                  channel={name}
                  onShare={(share) => changeChannel(channel.channelId, { share })}
                />
                <NumberCell
                  field={`channels.${i}.share`}
                  kind="percent"
                  name={t('shareOf', { channel: name })}
                  text={channel.share}
                  onText={(share) => changeChannel(channel.channelId, { share })}
                  readOnly={readOnly}
                  unit="%"
                  boxClassName="h-7!"
                />
                <span className="text-right text-small text-text-2">
                  {money(hasGoal(figures) ? (figures.channels[i]?.revenue ?? null) : null)}
                  <small className="ml-1 text-text-3">{unitLabel}</small>
                </span>
              </div>
              <FaultLine field={`channels.${i}.share`} />
            </li>
          )
        })}
      </ul>
      <FaultLine field="shares" />
      <FaultLine field="channels" />
      {!readOnly && others.length > 0 && <AddChannel others={others} onAdd={onAdd} />}
    </div>
  )
}

type TakeRestProps = {
  /** Fraction that the channel would then have; null: nothing to take. */
  readonly share: string | null
  readonly channel: string
  readonly onShare: (text: string) => void
}

/** Gives one channel what is left to 100 %, or takes from it what is too much. */
function TakeRest({ share, channel, onShare }: TakeRestProps) {
  const t = useTranslations('plan')
  if (share === null) return <span />
  const percent = percentText(share)
  return (
    <button
      type="button"
      onClick={() => onShare(percent)}
      aria-label={t('shareTakeRestOf', { channel, percent })}
      className="rounded-1 text-right text-small text-accent underline-offset-3 hover:underline"
    >
      {t('shareTakeRest')}
    </button>
  )
}

/** ○ at exactly 100 %, otherwise what is left to give or given too much. */
function ShareTotal({ channels }: Pick<PlanFormState['draft'], 'channels'>) {
  const t = useTranslations('plan')
  const left = shareRemainder(channels)
  const percent = Number(left.units) / 10 ** left.places
  if (channels.length === 0) return null
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
