'use client'

import { useTranslations } from 'next-intl'
import { formatDate } from '#lib/format'
import type { ChannelFigures } from '#lib/funnel/plan'
import type { StageKey } from '#lib/funnel/stages'
import { ChannelName } from '../kpi/channel-dot'
import { Figure } from '../kpi/figure'
import { Card } from '../ui/card'
import type { PlannedChannel } from './plan-props'
import type { PlanState } from './plan-state'
import { usePlanView } from './plan-view'
import { useChannel, usePlan } from './use-plan'

/** 期首前に必要: Σ channels, per stage, of what must be in the pipeline on the year's first day. */
export function BeforeYear() {
  const { t, stages, year, locale } = usePlanView()
  const isNothing = usePlan((state) => stages.every((stage) => neededBefore(state, stage) === 0))
  return (
    <Card title={t('beforeYear')} hint={t('beforeYearHint', { date: formatDate(`${year.first}-01`, locale) })}>
      {isNothing ? (
        <p className="text-text-2">{t('beforeYearNothing')}</p>
      ) : (
        <dl className="flex flex-wrap gap-x-6 gap-y-2">
          {stages.map((stage) => (
            <Needed key={stage} stage={stage} />
          ))}
        </dl>
      )}
    </Card>
  )
}

function Needed({ stage }: { readonly stage: StageKey }) {
  const { stageLabel, count } = usePlanView()
  const total = usePlan((state) => neededBefore(state, stage))
  if (total === 0) return null
  return (
    <div>
      <dt className="text-micro text-text-3">{stageLabel(stage)}</dt>
      <dd>
        <Figure value={count(total)} />
      </dd>
    </div>
  )
}

const neededBefore = ({ figures }: PlanState, stage: StageKey): number =>
  figures.channels.reduce((sum, { funnel }) => sum + (funnel?.requiredBeforeYear[stage] ?? 0), 0)

/** 最終着手月 of each channel: later work is won, by half or more, in the next year. */
export function LastUseful() {
  const t = useTranslations('plan')
  const order = usePlan((state) => state.order)
  const isNothing = usePlan(({ figures }) => figures.channels.every((channel) => lastUseful(channel) === null))
  return (
    <Card title={t('lastUseful')} hint={t('lastUsefulHint')}>
      {isNothing ? (
        <p className="text-text-2">{t('lastUsefulNothing')}</p>
      ) : (
        <ul className="grid grid-cols-[repeat(auto-fill,minmax(112px,1fr))] gap-x-4 gap-y-2">
          {order.map((channelId, index) => (
            <LastUsefulOf key={channelId} channelId={channelId} index={index} />
          ))}
        </ul>
      )}
    </Card>
  )
}

const lastUseful = (channel: ChannelFigures | undefined): number | null => channel?.funnel?.lastUsefulMonthIndex ?? null

function LastUsefulOf({ channelId, index }: PlannedChannel) {
  const { t, channelOf, month, monthLabel, stageLabel, yearMonthLabel } = usePlanView()
  const last = useChannel(index, (channel) => lastUseful(channel?.figures))
  const entry = useChannel(index, (channel) => channel?.figures?.funnel?.stages[0] ?? '')
  if (last === null) return null
  const { name, colour } = channelOf(channelId)
  return (
    <li>
      <span className="block text-micro text-text-2">
        <ChannelName colour={colour}>{name}</ChannelName>
      </span>
      {/* A month before the year stands with its year, so that it is not taken for this one's. */}
      <Figure
        value={last < 0 ? yearMonthLabel(month(last)) : monthLabel(last)}
        unit={t('fromStage', { stage: stageLabel(entry) })}
      />
    </li>
  )
}
