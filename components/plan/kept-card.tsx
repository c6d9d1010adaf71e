'use client'

import { useTranslations } from 'next-intl'
import { ChannelName } from '../kpi/channel-dot'
import { Card } from '../ui/card'
import { Closing, gapOf } from './kept-closing'
import type { PlannedChannel } from './plan-props'
import type { PlanState } from './plan-state'
import { usePlanView } from './plan-view'
import { useChannel, usePlan } from './use-plan'

const CELL = 'px-2 text-right whitespace-nowrap first:pl-4 last:pr-4'
/** On a phone one reads: what is uncovered stands at the channel too. */
const ACTION = `${CELL} max-tablet:hidden`

/** 計画どおりなら: where each channel lands against its part of the goal, and the uplift of its entry that closes the year. */
export function KeptCard({ readOnly }: { readonly readOnly: boolean }) {
  const t = useTranslations('plan')
  const { unitLabel } = usePlanView()
  const order = usePlan((state) => state.order)
  const known = usePlan(({ figures }) => figures.channels.filter(({ funnel }) => funnel !== null).length)
  const hint = t('keptHint', { unit: unitLabel })
  if (known === 0) {
    return (
      <Card title={t('kept')} hint={hint}>
        <p className="text-text-2">{t('keptNothing')}</p>
      </Card>
    )
  }
  return (
    <Card title={t('kept')} hint={hint} flush>
      <div className="overflow-x-auto">
        <table className="w-full border-separate border-spacing-0 text-small *:*:*:h-(--row-h) *:*:*:border-t">
          <caption className="sr-only">{t('keptCaption')}</caption>
          <thead className="text-micro text-text-3">
            <tr className="*:h-7! *:font-regular">
              <td className={CELL} />
              {(['goalRow', 'keptLanding', 'keptGap'] as const).map((key) => (
                <th key={key} scope="col" className={CELL}>
                  {t(key)}
                </th>
              ))}
              <td className={ACTION} />
            </tr>
          </thead>
          <tbody>
            {order.map((channelId, index) => (
              <KeptRow key={channelId} channelId={channelId} index={index} readOnly={readOnly} />
            ))}
          </tbody>
          {known > 1 && <Total />}
        </table>
      </div>
    </Card>
  )
}

/** A channel without figures lands nowhere, so it has no row. */
function KeptRow({ channelId, index, readOnly }: PlannedChannel & { readonly readOnly: boolean }) {
  const { channelOf } = usePlanView()
  const own = useChannel(index, (channel) => channel)
  if (!own?.figures?.funnel) return null
  const { revenue, funnel } = own.figures
  const { name, colour } = channelOf(channelId)
  return (
    <tr>
      <th scope="row" className="max-w-50 px-2 text-left font-regular first:pl-4">
        <ChannelName colour={colour}>{name}</ChannelName>
      </th>
      <Amounts revenue={revenue} kept={funnel.ifKept.revenue} />
      <td className={ACTION}>
        <Closing
          channelId={channelId}
          revenue={revenue}
          funnel={funnel}
          entryUplift={own.draft.entryUplift}
          readOnly={readOnly}
        />
      </td>
    </tr>
  )
}

function Amounts({ revenue, kept }: { readonly revenue: number; readonly kept: number }) {
  const { money, moneyChange } = usePlanView()
  return (
    <>
      <td className={CELL}>{money(revenue)}</td>
      <td className={CELL}>{money(kept)}</td>
      <td className={CELL}>{moneyChange(gapOf(kept, revenue))}</td>
    </>
  )
}

function Total() {
  const t = useTranslations('plan')
  const revenue = usePlan((state) => sumOfKnown(state, (channel) => channel.revenue))
  const kept = usePlan((state) => sumOfKnown(state, ({ funnel }) => funnel?.ifKept.revenue ?? 0))
  return (
    <tfoot className="font-strong">
      <tr className="*:border-t-border-strong!">
        <th scope="row" className="px-2 text-left first:pl-4">
          {t('keptTotal')}
        </th>
        <Amounts revenue={revenue} kept={kept} />
        <td className={ACTION} />
      </tr>
    </tfoot>
  )
}

type Channel = PlanState['figures']['channels'][number]

const sumOfKnown = ({ figures }: PlanState, of: (channel: Channel) => number): number =>
  figures.channels.reduce((sum, channel) => sum + (channel.funnel ? of(channel) : 0), 0)
