'use client'

import { useTranslations } from 'next-intl'
import type { PlanFigures } from '#lib/funnel/plan'
import type { PlanDraft } from '#lib/input/plan-draft'
import { ChannelName } from '../kpi/channel-dot'
import { Card } from '../ui/card'
import { Closing, gapOf } from './kept-closing'
import type { ChannelForm } from './plan-form'
import { usePlanView } from './plan-view'

type KeptCardProps = {
  readonly figures: PlanFigures
  readonly channels: PlanDraft['channels']
  readonly readOnly: boolean
  readonly onChange: (channelId: string, part: Partial<ChannelForm>) => void
}

const CELL = 'px-2 text-right whitespace-nowrap first:pl-4 last:pr-4'
/** On a phone one reads: what is uncovered stands at the channel too. */
const ACTION = `${CELL} max-tablet:hidden`

/** 計画どおりなら: where each channel lands against its part of the goal, and the uplift of its entry that closes the year. */
export function KeptCard({ figures, channels, readOnly, onChange }: KeptCardProps) {
  const t = useTranslations('plan')
  const { money, moneyChange, unitLabel } = usePlanView()
  const rows = figures.channels.flatMap(({ id, revenue, funnel }) => {
    const draft = channels.find((channel) => channel.channelId === id)
    return funnel && draft ? [{ id, revenue, funnel, draft, kept: funnel.ifKept.revenue }] : []
  })
  const [revenue, kept] = [sum(rows.map((row) => row.revenue)), sum(rows.map((row) => row.kept))]
  const hint = t('keptHint', { unit: unitLabel })
  if (rows.length === 0) {
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
            {rows.map((row) => (
              <tr key={row.id}>
                <ChannelHead id={row.id} />
                <td className={CELL}>{money(row.revenue)}</td>
                <td className={CELL}>{money(row.kept)}</td>
                <td className={CELL}>{moneyChange(gapOf(row.kept, row.revenue))}</td>
                <td className={ACTION}>
                  <Closing {...row} readOnly={readOnly} onUplift={(entryUplift) => onChange(row.id, { entryUplift })} />
                </td>
              </tr>
            ))}
          </tbody>
          {rows.length > 1 && (
            <tfoot className="font-strong">
              <tr className="*:border-t-border-strong!">
                <th scope="row" className="px-2 text-left first:pl-4">
                  {t('keptTotal')}
                </th>
                <td className={CELL}>{money(revenue)}</td>
                <td className={CELL}>{money(kept)}</td>
                <td className={CELL}>{moneyChange(gapOf(kept, revenue))}</td>
                <td className={ACTION} />
              </tr>
            </tfoot>
          )}
        </table>
      </div>
    </Card>
  )
}

const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0)

function ChannelHead({ id }: { readonly id: string }) {
  const { channelOf } = usePlanView()
  const { name, colour } = channelOf(id)
  return (
    <th scope="row" className="max-w-50 px-2 text-left font-regular first:pl-4">
      <ChannelName colour={colour}>{name}</ChannelName>
    </th>
  )
}
